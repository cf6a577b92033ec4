"""Frames in, files of each format out."""
