"""stub"""


def find_conflicts(briefing, ground):
    return ()
