from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop import guidance
from secondopinion_desktop.base import i18n
from secondopinion_desktop.guidance.insurance import read_insurance
from secondopinion_desktop.guidance.questions import Visit, read_questions
from secondopinion_desktop.guidance.shelf import GuidanceError, file_for
from secondopinion_desktop.guidance.steps import read_steps
from secondopinion_desktop.model.choices import CallKind, Coverage, Match

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_eight_steps_stand_in_their_order() -> None:
    assert [step.name for step in guidance.steps()] == [
        "Get started",
        "Check with insurance",
        "Schedule the appointment",
        "Send medical records",
        "Consider the timing",
        "Write everything down",
        "Ask for a report",
        "Weigh your options",
    ]
    assert [step.number for step in guidance.steps()] == list(range(1, 9))


@pytest.mark.parametrize("key", guidance.STEP_KEYS)
def test_a_step_has_five_to_ten_tasks_and_a_few_tips_whoever_pays(key: str) -> None:
    step = guidance.step(key)
    for coverage in Coverage:
        assert 5 <= sum(task.fits(coverage) for task in step.tasks) <= 10
    assert 2 <= len(step.tips) <= 3
    assert step.related
    assert step.purpose.count(".") == 1


def test_every_task_has_an_id_of_its_own() -> None:
    ids = [task.id for step in guidance.steps() for task in step.tasks]
    assert len(ids) == len(set(ids))


def test_task_ids_in_files_of_people_keep_their_meaning() -> None:
    ids = {task.id for step in guidance.steps() for task in step.tasks}
    assert {"get_started.name", "insurance.card", "schedule.date", "records.pathology", "timing.words"} <= ids


def test_a_task_says_who_does_it() -> None:
    owners = {task.id: task.owner.words for step in guidance.steps() for task in step.tasks}
    assert owners["insurance.card"] == "Me"
    assert owners["insurance.office"] == "Doctor's office"


def test_only_timing_ends_with_the_urgent_line() -> None:
    assert [step.key for step in guidance.steps() if step.urgent_line] == ["timing"]


def test_a_step_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        guidance.step("fight")


def test_the_bank_holds_its_99_questions() -> None:
    assert len(guidance.questions()) == 99
    assert sum(question.star for question in guidance.questions()) == 32
    assert [question.id for question in guidance.questions() if question.ask_first] == [
        "Q-D11",
        "Q-T6",
        "Q-T13",
        "Q-K7",
    ]
    assert guidance.question("Q-Q3").text == "Could I join a clinical trial, either here or elsewhere?"


def test_every_question_ends_as_a_question_or_a_request() -> None:
    for question in guidance.questions():
        assert question.text.endswith(("?", "."))
        assert "?" in question.text


def test_sets_and_reasons_lead_to_questions() -> None:
    assert [len(each.questions) for each in guidance.question_bank().sets] == [6, 6, 6, 8, 5]
    assert len(guidance.reasons()) == 14
    assert all(guidance.question(name).text for each in guidance.question_bank().sets for name in each.questions)


def test_suggestions_follow_the_reasons() -> None:
    first = guidance.suggested(["rare"])
    assert [question.id for question in first[:4]] == ["Q-D3", "Q-D2", "Q-X1", "Q-X2"]
    assert len(first) == 8


def test_suggestions_for_a_call_to_the_insurer_are_for_the_insurer() -> None:
    for question in guidance.suggested(["insurer_asks", "rare"], visit=Visit.INSURER):
        assert Visit.INSURER in question.visits


def test_nobody_is_shown_outlook_questions_unasked() -> None:
    for reason in guidance.reasons():
        assert not any(question.ask_first for question in guidance.suggested([reason.key]))


def test_a_question_already_chosen_is_not_suggested_again() -> None:
    shown = guidance.suggested(["rare"], leave_out=["Q-D3", "Q-D2"])
    assert not {"Q-D3", "Q-D2"} & {question.id for question in shown}


def test_thirty_kinds_of_records_are_known() -> None:
    assert [kind.id for kind in guidance.record_kinds()] == [f"R{number}" for number in range(1, 31)]
    assert [kind.id for kind in guidance.first_records()] == ["R1", "R7", "R8", "R14", "R11"]
    assert guidance.record_kind("R2").comes_back
    assert guidance.record_kind("R1").need.words == "Most clinics ask for it"


def test_the_call_script_fills_in_what_is_known() -> None:
    lines = {line.key: line for line in guidance.call_script()}
    assert len(lines) == 6
    assert "Dr. Okafor at ____" in lines["network"].filled(doctor="Dr. Okafor", hospital="")
    assert "{" not in lines["dates"].filled()


@pytest.mark.parametrize("kind", list(CallKind))
def test_there_are_words_for_every_kind_of_call(kind: CallKind) -> None:
    lines = guidance.call_script(kind)
    assert len(lines) >= 5
    assert any("second opinion" in line.say for line in lines)


def test_somebody_who_pays_nothing_to_a_plan_is_not_asked_about_a_card() -> None:
    tasks = {task.id for task in guidance.step("insurance").tasks if task.fits(Coverage.SELF_PAY)}
    assert "insurance.price" in tasks
    assert not {"insurance.card", "insurance.referral", "insurance.network"} & tasks


@pytest.mark.parametrize("coverage", list(Coverage))
def test_whoever_pays_there_is_a_line_and_a_fact_with_its_source(coverage: Coverage) -> None:
    assert guidance.payer_words(coverage).endswith(".")
    facts = guidance.insurance_facts(coverage)
    assert facts
    assert all(fact.source and fact.noted.year >= 2026 for fact in facts)


def test_facts_about_insurance_are_few_and_promise_nothing() -> None:
    facts = guidance.insurance_facts()
    assert len(facts) <= 12
    assert not any("gap exception" in fact.text or "covered" in fact.text for fact in facts)


def test_words_of_insurance_have_one_short_line_each() -> None:
    assert len(guidance.insurance_words()) == 13
    assert all(len(word.meaning) < 110 for word in guidance.insurance_words())
    assert {"hmo", "medicare_original", "none", "not_sure"} <= {plan.key for plan in guidance.plan_types()}


def test_the_comparison_has_22_rows_in_four_blocks() -> None:
    assert len(guidance.comparison_rows()) == 22
    assert [len(block.rows) for block in guidance.comparison_blocks()] == [6, 8, 5, 3]
    assert [row.key for row in guidance.comparison_rows() if row.private] == ["my_trust"]
    assert 5 <= sum(row.at_first for row in guidance.comparison_rows()) <= 8


def test_agreement_is_shown_by_word_and_shape_never_color() -> None:
    assert {found.match for found in guidance.match_shapes()} == set(Match)
    assert len({found.shape for found in guidance.match_shapes()}) == len(Match)
    assert (guidance.match_shape("different").word, guidance.match_shape("different").shape) == ("Differ", "≠")
    assert len(guidance.why_differ()) == 6
    assert len(guidance.moves_when_they_differ()) == 7


def test_safety_lines_are_there() -> None:
    assert "emergency number" in guidance.safety().urgent
    assert "stay on this computer" in guidance.safety().files
    assert guidance.safety().paper.startswith("Made by the patient and family.")


def test_a_visit_note_offers_three_headings() -> None:
    assert guidance.visit_headings() == ("What the doctor told us", "What we did not understand", "What happens next")


def test_a_language_without_guidance_reads_english() -> None:
    i18n.use_language("de_DE")
    assert guidance.step("records").name == "Send medical records"


@pytest.mark.parametrize(
    ("locale", "folder"), [("de_AT", "de_AT"), ("de_DE.UTF-8", "de"), ("de-DE", "de"), ("fr_FR", "en"), ("", "en")]
)
def test_the_nearest_language_on_the_shelf_is_taken(tmp_path: Path, locale: str, folder: str) -> None:
    for name in ("en", "de", "de_AT"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "steps.toml").touch()
    (tmp_path / "fr").mkdir()  # a folder without this file
    assert file_for("steps.toml", locale, tmp_path) == tmp_path / folder / "steps.toml"


STEP = 'key = "get_started"\nname = "N"\npurpose = "P."\nwhy = "W"\ntips = ["T"]\n'
TASK = 'tasks = [{ id = "get_started.a", text = "A" }]\n'
LINK = 'related = [{ target = "records", text = "R" }]\n'


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[step]]\n", "steps.toml, step 1: 'key' is missing"),
        ("[[step]]\n" + STEP, "steps.toml, step 1: 'tasks' is missing"),
        ("[[step]]\n" + STEP.replace('"N"', '" "') + TASK + LINK, "steps.toml, step 1: 'name' is empty"),
        ("[[step]]\n" + STEP.replace('["T"]', '["T", 3]') + TASK + LINK, "step 1: 'tips' is not a list of texts"),
        ("[[step]]\n" + STEP.replace('"W"', "3") + TASK + LINK, "steps.toml, step 1: 'why' is not a str"),
        ("[[step]]\n" + STEP + TASK.replace('"A"', '"A", owner = "dog"') + LINK, "step 1, tasks 1: 'owner' is 'dog'"),
        (
            "[[step]]\n" + STEP + TASK.replace("get_started.", "report.") + LINK,
            "'id' does not start with 'get_started.'",
        ),
        ("[[step]]\n" + STEP + TASK + LINK.replace("records", "moon"), "step 1, related 1: 'target' is 'moon'"),
        ("[[step]]\n" + STEP + TASK + LINK + 'hue = "red"\n', "steps.toml, step 1: 'hue' is not known here"),
        ("[[step]]\n" + STEP + TASK + LINK, "steps.toml: the steps are not get_started"),
        ("step = [3]", "steps.toml: 'step' 1 is not a table"),
        ("step = []", "steps.toml: 'step' is empty"),
        ("not toml", "steps.toml: "),
    ],
)
def test_a_slip_in_a_shipped_file_is_named_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "steps.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GuidanceError) as caught:
        read_steps(path)
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("name", "read", "old", "new", "complaint"),
    [
        ("questions.toml", read_questions, '"Q-D2"', '"Q-D1"', "'Q-D1' stands there twice"),
        ("questions.toml", read_questions, '["Q-I9", ', '["Q-Z9", ', "'questions' names 'Q-Z9'"),
        ("insurance.toml", read_insurance, "{hospital}", "{clinic}", "the blanks of 'network' are not known"),
        ("insurance.toml", read_insurance, "{hospital}", "{", "the blanks of 'network' are not known"),
        ("insurance.toml", read_insurance, 'noted = "2026-11-22"', 'noted = "lately"', "'noted' is no day"),
    ],
)
def test_a_reference_that_leads_nowhere_is_noticed(
    tmp_path: Path, name: str, read: Callable[[Path], object], old: str, new: str, complaint: str
) -> None:
    text = file_for(name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(GuidanceError, match=complaint):
        read(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match=r"steps\.toml"):
        read_steps(tmp_path / "steps.toml")
