"""Any note a person could write, and some nobody would."""

from __future__ import annotations

from hypothesis import strategies as st

from secondopinion_desktop.model.richtext import Block, Document, Kind, Mark, Run

# Everything Python can hold, halves of surrogate pairs included, and often the characters that make trouble.
NASTY = (
    "\0\t\n\r\v\f\x1b\x7f\x85\x9f\xa0\xad\u200b\u200f\u2028\u2029\u202e"
    "\ufdd0\ufeff\ufffc\ufffe\ud83d\ude00<>&`~_*#[]\\'\"|"
)
any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=[]), st.sampled_from(NASTY), st.characters(min_codepoint=32, max_codepoint=126)
    ),
    max_size=60,
)
# What a keyboard or an input method can type.
typed_text = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff\ufffc\u2028\u2029")
)
runs = st.builds(Run, any_text, st.frozensets(st.sampled_from(Mark)))
blocks = st.builds(
    Block,
    st.sampled_from(Kind),
    st.lists(runs, max_size=5).map(tuple),
    level=st.integers(1, 3),
    checked=st.booleans(),
)
documents = st.lists(blocks, max_size=12).map(lambda found: Document(tuple(found)))
