"""Pages as pictures: what is shown is what is printed."""

from __future__ import annotations

import threading

import pytest

from secondopinion_desktop.documents.packet import Paragraph, Run, plain
from secondopinion_desktop.documents.pdf import render
from secondopinion_desktop.documents.preview import Preview
from tests.helpers.paper import packet

WORDS = "words and more words " * 200
WHITE = b"\xff\xff\xff\xff"


@pytest.fixture
def two_pages() -> Preview:
    return Preview(render(packet(Paragraph(plain(WORDS)))))


def test_a_page_has_the_size_of_the_paper_at_that_fineness(two_pages: Preview) -> None:
    image = two_pages.page(0, 72)
    assert (image.width, image.height) == (612, 792)
    assert len(image.rgbx) == image.width * image.height * 4
    assert two_pages.page_size(0) == (612, 792)


def test_a_page_is_black_letters_on_white(two_pages: Preview) -> None:
    pixels = two_pages.page(0, 72).rgbx
    assert pixels[:4] == WHITE
    assert set(pixels[3::4]) == {255}
    assert min(pixels[0::4]) < 60


def test_highlighted_words_look_different_from_bold_words_without_colour() -> None:
    bold = Preview(render(packet(Paragraph((Run("important", strong=True),))))).page(0, 72)
    marked = Preview(render(packet(Paragraph((Run("important", highlight=True),))))).page(0, 72)
    assert bold.rgbx != marked.rgbx
    assert sum(marked.rgbx) < sum(bold.rgbx)


def test_every_page_can_be_looked_at_and_no_other(two_pages: Preview) -> None:
    assert two_pages.page_count == 2
    assert two_pages.page(0, 40) != two_pages.page(1, 40)
    for number in (-1, 2):
        with pytest.raises(IndexError):
            two_pages.page(number, 40)


def test_looking_again_gives_the_same_picture_without_drawing_it_again(two_pages: Preview) -> None:
    assert two_pages.page(0, 60) is two_pages.page(0, 60)


def test_pages_of_two_documents_may_be_looked_at_on_two_threads() -> None:
    previews = [Preview(render(packet(Paragraph(plain(f"{number} {WORDS}"))))) for number in range(2)]
    alone = [preview.page(0, 50) for preview in previews]
    seen: list[bool] = []

    def look(number: int) -> None:
        seen.extend(previews[number].page(0, 50 + step) is not None for step in range(10))
        seen.append(previews[number].page(0, 50).rgbx == alone[number].rgbx)

    threads = [threading.Thread(target=look, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 22
    assert all(seen)
