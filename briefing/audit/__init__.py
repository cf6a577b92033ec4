"""A deck that came back in, what may still be said of it out: every statement backed, or changed, or nobody's.

The Briefing and the pages that the deck left with are compared with the pages it has now; what words mean as figures
and dates is told by a Grammar that is handed in.
"""

from briefing.audit.aligning import likeness
from briefing.audit.auditing import audit
from briefing.audit.grammar import Grammar
from briefing.audit.library import Library
from briefing.audit.report import Report, SlideChange, Statement

__all__ = ["Grammar", "Library", "Report", "SlideChange", "Statement", "audit", "likeness"]
