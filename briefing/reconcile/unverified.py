"""stub"""


def find_unverified(briefing, ground):
    return ()
