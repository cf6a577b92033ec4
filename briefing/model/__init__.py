"""The frozen nouns that every stage speaks, from source and evidence to briefing, theme and frame."""
