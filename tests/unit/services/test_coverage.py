"""Who pays decides which tasks there are; nothing ticked, nothing of one's own goes when the answer changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondopinion_desktop.model.choices import Coverage, StepStatus, TaskStatus

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

CARD, PRICE = "Copy the facts from your insurance card", "Ask the clinic for the whole price in writing"
NETWORK = "Ask if the doctor, the hospital and the lab are in the network"


def titles(file: OpenFile) -> list[str]:
    return [task.title for task in file.tasks.of_step("insurance")]


def pays(file: OpenFile, coverage: Coverage) -> None:
    file.people.change_situation(coverage=coverage)


def test_who_pays_themselves_is_asked_for_a_price_and_not_for_a_card(file: OpenFile) -> None:
    pays(file, Coverage.SELF_PAY)
    assert titles(file)[0] == PRICE
    assert CARD not in titles(file)
    assert file.steps.one("insurance").total == 5
    next_in_step = [task.title for task in file.steps.open_tasks() if task.step == "insurance"]
    assert next_in_step == titles(file)


def test_in_a_public_system_the_way_goes_by_a_referral(file: OpenFile) -> None:
    pays(file, Coverage.PUBLIC)
    assert titles(file)[0] == "Ask your family doctor or specialist to refer you"
    assert not any("insurance card" in title or "network" in title for title in titles(file))


def test_coming_back_to_a_plan_brings_its_tasks_back_as_they_were(file: OpenFile) -> None:
    before = titles(file)
    waiting = file.tasks.of_step("insurance")[2]
    file.tasks.set_status(waiting.id, TaskStatus.WAITING)
    pays(file, Coverage.SELF_PAY)
    pays(file, Coverage.INSURED)
    assert titles(file) == before
    assert file.tasks.get(waiting.id).status is TaskStatus.WAITING


def test_ones_own_tasks_stay_together_below_those_that_come_with_who_pays(file: OpenFile) -> None:
    own = ["Ask Tom about his plan", "Find the letter from March"]
    for title in own:
        file.tasks.add_to("insurance", title)
    for coverage in Coverage:
        pays(file, coverage)
        assert titles(file)[-2:] == own


def test_what_is_ticked_and_what_is_ones_own_stays_whoever_pays(file: OpenFile) -> None:
    card = file.tasks.of_step("insurance")[0]
    file.tasks.tick(card.id, done=True)
    file.tasks.add_to("insurance", "Ask Tom about his plan", who="Tom")
    for coverage in Coverage:
        pays(file, coverage)
        assert {CARD, "Ask Tom about his plan"} <= set(titles(file))
        assert file.tasks.get(card.id).status is TaskStatus.DONE


def test_a_task_put_aside_by_hand_is_not_brought_back_by_another_answer(file: OpenFile) -> None:
    card = file.tasks.of_step("insurance")[0]
    file.tasks.set_status(card.id, TaskStatus.SKIPPED)
    pays(file, Coverage.SELF_PAY)
    pays(file, Coverage.INSURED)
    assert file.tasks.get(card.id).status is TaskStatus.SKIPPED


def test_a_removed_task_stays_removed_while_the_same_kind_of_plan_pays(file: OpenFile) -> None:
    file.tasks.remove(file.tasks.of_step("insurance")[0].id)
    pays(file, Coverage.INSURED)
    assert CARD not in titles(file)


def test_medicare_is_asked_about_as_medicare(file: OpenFile) -> None:
    pays(file, Coverage.MEDICARE)
    assert NETWORK not in titles(file)
    assert "Ask if the doctor, the hospital and the lab take your Medicare" in titles(file)


def test_one_undo_takes_the_answer_and_its_tasks_back(file: OpenFile) -> None:
    before = titles(file)
    pays(file, Coverage.SELF_PAY)
    assert file.history.undo()
    assert file.people.situation().coverage is Coverage.UNANSWERED
    assert titles(file) == before
    pays(file, Coverage.SELF_PAY)
    assert PRICE in titles(file)


def test_nobody_is_kept_in_the_step_by_tasks_of_another_payer(file: OpenFile) -> None:
    pays(file, Coverage.SELF_PAY)
    for task in file.tasks.of_step("insurance"):
        file.tasks.tick(task.id, done=True)
    step = file.steps.one("insurance")
    assert step.can_be_done
    assert step.status is StepStatus.IN_PROGRESS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(st.sampled_from(list(Coverage)), min_size=1, max_size=6))
def test_any_way_to_an_answer_leads_to_the_same_open_tasks(file: OpenFile, answers: list[Coverage]) -> None:
    for answer in answers:
        pays(file, answer)
    after = titles(file)
    pays(file, Coverage.UNANSWERED)
    pays(file, answers[-1])
    assert titles(file) == after
    assert len(after) == len(set(after))
