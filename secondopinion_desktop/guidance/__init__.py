"""The bookshelf: shipped knowledge as frozen records, read on first use, in the person's language.

The records are named tuples, not dataclasses: those take five times as long to define, and every start pays it.
"""

from secondopinion_desktop.guidance.insurance import (
    InsuranceFact,
    InsuranceWord,
    Payer,
    PlanType,
    ScriptLine,
    call_script,
    insurance_facts,
    insurance_words,
    payer_words,
    plan_types,
)
from secondopinion_desktop.guidance.opinions import (
    ComparisonBlock,
    ComparisonRow,
    Keyed,
    MatchShape,
    comparison_blocks,
    comparison_rows,
    match_shape,
    match_shapes,
    moves_when_they_differ,
    why_differ,
)
from secondopinion_desktop.guidance.questions import (
    BankQuestion,
    Opener,
    QuestionBank,
    QuestionGroup,
    QuestionSet,
    Reason,
    Suggestion,
    Visit,
    question,
    question_bank,
    questions,
    reasons,
    suggested,
    suggestions,
)
from secondopinion_desktop.guidance.records import Need, RecordKind, first_records, record_kind, record_kinds
from secondopinion_desktop.guidance.safety import Safety, safety
from secondopinion_desktop.guidance.shelf import GuidanceError
from secondopinion_desktop.guidance.steps import STEP_KEYS, GuideTask, Owner, Related, Step, Target, step, steps
from secondopinion_desktop.guidance.timing import RuleWords, TimingWords, timing
from secondopinion_desktop.guidance.topics import Topic, topic
from secondopinion_desktop.guidance.visits import visit_headings
from secondopinion_desktop.guidance.weighing import (
    ClearLine,
    Helpline,
    clear_lines,
    handover_lines,
    helplines,
    helplines_check,
)

__all__ = [
    "STEP_KEYS", "BankQuestion", "ClearLine", "ComparisonBlock", "ComparisonRow", "GuidanceError", "GuideTask",
    "Helpline", "InsuranceFact", "InsuranceWord", "Keyed", "MatchShape", "Need", "Opener", "Owner", "Payer",
    "PlanType", "QuestionBank", "QuestionGroup", "QuestionSet", "Reason", "RecordKind", "Related", "RuleWords",
    "Safety", "ScriptLine", "Step", "Suggestion", "Target", "TimingWords", "Topic", "Visit", "call_script",
    "clear_lines", "comparison_blocks", "comparison_rows", "first_records", "handover_lines", "helplines",
    "helplines_check", "insurance_facts", "insurance_words", "match_shape", "match_shapes", "moves_when_they_differ",
    "payer_words", "plan_types", "question", "question_bank", "questions", "reasons", "record_kind", "record_kinds",
    "safety", "step", "steps", "suggested", "suggestions", "timing", "topic", "visit_headings", "why_differ",
]  # fmt: skip
