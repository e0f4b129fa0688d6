"""People and places: doctors, helpers, desks, hospitals, insurers. A place may be a person's."""

from typing import ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from secondopinion_desktop.model.choices import CandidateStatus, CenterType, ContactRole, Network, Yes3
from secondopinion_desktop.model.fields import NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice


class ContactFields(Fields):
    """Domain part 2.3: "Helper", "Provider" and "Center" in one, since one person can be more than one of them.

    `offered_checks`: for care their own center does not offer, by its key, whether it is offered there (a Yes3).
    """

    name: NeededWords
    role: ContactRole = choice(ContactRole.OTHER)
    role_note: Words = ""
    specialty: Words = ""
    organization: Words = ""
    phone: Words = ""
    fax: Words = ""
    email: Words = ""
    address: Words = ""
    portal_note: Words = ""
    best_contact: Words = ""
    note: Words = ""
    starred: bool = False
    same_group_as_first: Yes3 = choice(Yes3.UNANSWERED)
    network: Network = choice(Network.UNANSWERED)
    # a helper
    relation: Words = ""
    may_get_info: Yes3 = choice(Yes3.UNANSWERED)
    helps_with: list[str] = Field(default_factory=list, sa_type=JSON)
    # a doctor or center one may go to, with facts as somebody told them
    candidate: CandidateStatus = choice(CandidateStatus.UNANSWERED)
    center_type: CenterType = choice(CenterType.UNANSWERED)
    cases_per_year_told: Words = ""
    focus_on_my_cancer: Yes3 = choice(Yes3.UNANSWERED)
    trials_told: Words = ""
    who_told_me: Words = ""
    offered_there: Words = ""
    offered_checks: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    felt_heard: Yes3 = choice(Yes3.UNANSWERED)
    travel_time: Words = ""
    lodging: Words = ""


class Contact(ContactFields, Row, table=True):
    title_field: ClassVar[str] = "name"
