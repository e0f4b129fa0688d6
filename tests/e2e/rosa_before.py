"""What Rosa does until the day of the visit: thinks, talks, calls the plan, books, gathers her records, asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.ui.pages.questions import QuestionsPage
from secondopinion_desktop.ui.pages.records import RecordsPage
from tests.helpers.hands import CTRL, SHIFT, click, press, tab_to, write
from tests.helpers.questions import QuestionsHands
from tests.helpers.records import RecordsHands

if TYPE_CHECKING:
    from tests.helpers.person import Person, Place

NAME, RAO, OKAFOR = "Rosa Keller", "Dr. Anita Rao", "Dr. James Okafor"
CHOICE = "Surgery first, or medicine first?"
QUESTIONS = ("Did they look at the slides again?", "How long can I wait?", "Who else should I ask?")
FROM_THE_BANK = "Could I join a clinical trial, either here or elsewhere?"


def begin_a_file(rosa: Person) -> None:
    click(rosa.running.welcome.start)
    write(NAME)
    tab_to("Protect it with a passphrase (you can do this later)")
    press(Qt.Key.Key_Space)
    tab_to("Create file")
    press(Qt.Key.Key_Space)
    rosa.running.rest()
    assert "0 of 8 done" in rosa.running.words()


def write_down_the_doctor(rosa: Person) -> None:
    pane = rosa.contacts()
    pane.press("Add a person or place")
    pane.tell("Name", RAO)
    pane.pick("Who is this for you?", "First opinion")
    pane.tell("Hospital, clinic or company", "Riverside Hospital")
    pane.tell("Phone", "312 555 0121")
    pane.press("Done")


def think_it_over(rosa: Person) -> None:
    page = rosa.go_to_step(1)
    why = page.card("Where you are, and why you ask")
    why.pick("Where are you now?", "A plan is offered, not begun")
    why.tell("The choice you face, in one sentence", CHOICE)
    why.fill("Decide by", "Mar 25")
    why.tell("Who gave you this date, and why", "Nurse Dana, for the operating room")
    why.tick("I want peace of mind")
    why.tell("In your own words", "I want to be sure before they cut")
    hard = page.card("What may be hard about it")
    hard.tick("My doctor may be hurt")
    hard.tell("In your own words", "She has been so kind to us")
    assert page.says("Doctors are used to this question.")
    mine = page.card("Is this for me?")
    mine.pick("Do you want a second opinion?", "Yes, I want one")
    mine.keep_private("What your gut says", "Something feels rushed")
    page.tick("Write the choice you face in one sentence")
    assert "in progress" in rosa.steps()[0]


def talk_with_the_doctor(rosa: Person) -> None:
    page = rosa.go_to_step(1)
    talk = page.card("Talk with your doctor")
    talk.fill("When you talked", "Feb 27")
    talk.pick("How", "By phone")
    talk.fill("With whom", RAO)
    talk.pick("Are they fine with it?", "Yes")
    talk.tell("What they said", "Good idea, she asks for copies too")
    talk.pick("Might a clinical trial fit you?", "Tests are needed first")
    talk.tell("Another treatment elsewhere?", "Lakeside gives tablets first")
    talk.tell("Who sends the referral and the records", "Ana at the front desk")
    time = page.card("How long you can take")
    time.fill("Doctor said waiting is okay until", "Mar 20")
    time.tell("Who said so", RAO)
    time.tell("In what words", "Three weeks is fine, she said")
    time.fill("Treatment is planned to start", "Mar 11")
    names = rosa.go_to_step(3).card("Doctors and centers to ask")
    names.enter("Name of a doctor or center", OKAFOR)
    assert names.says(f"Told by: {RAO}")
    rosa.will_meet(say_more_of_okafor)
    names.press("Add facts")
    assert names.says("Lakeside Cancer Center, 312 555 0164", "My cancer is their focus: Yes")
    assert rosa.pane.says(OKAFOR)


def say_more_of_okafor(dialog: Place) -> None:
    dialog.tell("Hospital, clinic or center", "Lakeside Cancer Center")
    dialog.tell("Phone", "312 555 0164")
    dialog.pick("Do they focus on your kind of cancer?", "Yes")
    dialog.press("Save")


def call_the_plan(rosa: Person) -> None:
    page = rosa.go_to_step(2)
    page.pick("Who pays for the second opinion?", "A health plan pays")
    pane = rosa.insurance()
    pane.press("Add insurance")
    pane.tell("Insurance company", "Lakeland Health")
    pane.tell("Plan", "Choice Gold")
    pane.keep_private("Member number", "MB-4471-2208")
    pane.tell("Phone number on the card", "800 555 0142")
    pane.press("Done")
    rosa.will_meet(make_the_call)
    pane.press("Add a phone call")
    assert pane.says("Denise", "It is covered once")


def make_the_call(card: Place) -> None:
    assert card.says("What to say")
    assert card.shows("Which company or office?") == "Lakeland Health"
    card.tell("Who did you speak to?", "Denise")
    card.tell("Reference number for this call", "R-20931")
    card.tell("What did they say?", "It is covered once, the slides need an okay first")
    card.tell("What did they promise?", "A letter in ten days")
    card.fill("Call back on", "Mar 13")
    card.press("Done")


def ask_for_approval(rosa: Person) -> None:
    pane = rosa.insurance()
    pane.press("Change Referral")
    pane.pick("Where it stands", "Sent")
    pane.fill("From which doctor", RAO)
    pane.fill("To which doctor", OKAFOR)
    pane.fill("Sent on", "Mar 2")
    pane.tell("Referral number", "RF-118")
    pane.press("Done")
    pane.press("Change Prior authorization")
    pane.pick("Where it stands", "Waiting")
    pane.tick("The visit")
    pane.fill("Asked on", "Mar 2")
    pane.tell("Reference number", "48-2217")
    pane.press("Done")
    assert pane.says("Waiting", "Sent")


def write_down_what_the_plan_says(rosa: Person) -> None:
    page = rosa.go_to_step(2)
    page.card("What your plan says").pick("Does it pay for a second opinion?", "Yes")
    network = page.card("In the network?")
    network.press("Change Lab")
    network.pick("What they said", "Outside the network")
    network.fill("Asked on", "Mar 2")
    network.tell("Who told you", "Tomas at Lakeland")
    network.press("Done")
    assert network.says("Told by Tomas at Lakeland, Mar 2.", "Outside the network")
    rosa.will_meet(write_down_the_no)
    said_no = page.card("If the plan says no")
    said_no.press("Add what the plan said no to")
    assert said_no.says("Last day to appeal: Aug 25", "Still open")


def write_down_the_no(dialog: Place) -> None:
    dialog.tell("What did the plan say no to?", "The new look at the slides")
    dialog.fill("Date of the letter", "Mar 2")
    dialog.fill("Last day to appeal", "Aug 25")
    dialog.tell("Their reason, in their own words", "This lab is not on our list")
    dialog.tell("Where the letter is", "Blue folder")
    dialog.press("Done")


def book_the_visit(rosa: Person) -> None:
    page = rosa.go_to_step(3)
    rosa.will_meet(say_how_far_it_is)
    listed = page.card("Doctors and centers to ask")
    listed.more(OKAFOR, "Change facts")
    assert listed.says("People with it a year, as told: About 60")
    listed.pick_in(listed.list_named(f"{OKAFOR}: where it stands"), "Booked")
    assert rosa.message == "Marked as booked"
    rosa.will_meet(write_down_the_visit)
    rosa.press_in_message("Write down the visit")
    page.tick("I said that it is for a second opinion")
    page.press("Show all details")
    assert page.says("Thu, Mar 12, 2026, 10:30 AM", "10:00, for forms")


def say_how_far_it_is(dialog: Place) -> None:
    dialog.tell("How many they treat in a year", "About 60")
    dialog.tell("How far it is", "50 minutes by car")
    dialog.press("Save")


def write_down_the_visit(dialog: Place) -> None:
    assert dialog.shows("With") == OKAFOR
    assert dialog.shows("Where") == "Lakeside Cancer Center"
    dialog.fill("Date", "Mar 12")
    dialog.fill("Time (if you know it)", "10:30")
    dialog.press("More details")
    dialog.pick("How", "In person")
    dialog.tell("Who to call at the clinic", "Nadia, 312 555 0179")
    dialog.tell("Which records they want, and in what form", "Slides by courier, scans on a disc")
    dialog.fill("Records there by", "Mar 9")
    dialog.tell("Be there at", "10:00, for forms")
    dialog.tell("Who comes with you", "Tom Keller")
    dialog.tell("How you get there", "Tom drives, we park in lot C")
    dialog.tell("What to bring", "My glasses and the blue folder")
    dialog.press("Save appointment")


def gather_the_records(rosa: Person) -> None:
    page = rosa.go_to_step(4)
    page.press("Add these 5 to my list")
    assert rosa.message == "5 records added"
    page.press("Open my records")
    root = rosa.page.root
    assert isinstance(root, RecordsPage)
    desk, page = RecordsHands(root, rosa.qtbot), rosa.page
    assert page.says("Lakeside Cancer Center asks for: Slides by courier, scans on a disc")
    assert len(desk.names) == 5
    desk.click("Pathology report")
    page.tell("Held by", "Riverside Pathology Lab")
    page.fill("Asked for", "Feb 27")
    page.press("Mark as received today")
    page.press("Mark as sent today")
    page.press("Mark as arrived today")
    assert page.says("Arrived")
    desk.click("Scan reports")
    page.tell("Held by", "Riverside Imaging")
    page.press("Mark as asked for today")
    page.tell("Note", "Ask for the nurse named Pia")
    assert page.says("1 of 5 must-have records have arrived at Lakeside Cancer Center.")


def answer_a_caution(rosa: Person) -> None:
    page = rosa.go("overview")
    assert page.says("Your second visit is on or after the day treatment starts.")
    rosa.will_meet(say_what_the_team_said)
    page.choose_at("Answer", "I asked my care team")
    assert rosa.message == "Answer saved"
    assert page.does_not_say("Your second visit is on or after the day treatment starts.")
    dates = rosa.go_to_step(5).card("Your dates")
    assert dates.says("Second-opinion visit: Thu, Mar 12, 2026")
    assert rosa.page.card("What you asked, and what they said").says("Dana will hold the room for us")
    dates.fill("Treatment is planned to start", "Mar 30")
    dates.pick("Is that day firm?", "Not sure")
    dates.fill("Report is expected", "Mar 19")


def say_what_the_team_said(dialog: Place) -> None:
    dialog.tell("What did they say?", "Dana will hold the room for us")
    dialog.press("Save answer")


def ask_questions(rosa: Person) -> None:
    page = rosa.go("questions")
    page.enter("New question", *QUESTIONS)
    rosa.will_meet(choose_from_the_bank)
    page.press("See all questions")
    root = rosa.page.root
    assert isinstance(root, QuestionsPage)
    desk = QuestionsHands(root, rosa.qtbot)
    assert FROM_THE_BANK in desk.top
    for _step in range(3):
        desk.focus(FROM_THE_BANK)
        press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert desk.top[0] == FROM_THE_BANK
    for words in desk.top:
        if words not in desk.ticked:
            desk.tick(words)
    desk.show_one_visit()
    assert desk.first == [FROM_THE_BANK, *QUESTIONS[:2]]
    assert desk.rest == [QUESTIONS[2]]


def choose_from_the_bank(dialog: Place) -> None:
    dialog.search("Find a question", "could I join a clinical trial")
    dialog.press("Add")
    dialog.press("Done")
