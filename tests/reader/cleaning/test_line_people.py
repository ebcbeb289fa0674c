"""Who a line of text says wrote it."""

import pytest

from reader.cleaning.line_people import has_lead, people_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Okora and Tomi Rella The Harbour Press", "Mara Okora, Tomi Rella"),
        ("By Mara Okora, Senior Correspondent", "Mara Okora"),
        ("12 May 2026 by Mara Okora", "Mara Okora"),
        ("Posted On : May 20, 2026 Published By : Mara P. Okora", "Mara P. Okora"),
        ("By Mara Okora May 12, 2026 3:31 pm", "Mara Okora"),
        ("By Mara OkoraDec. 18, 2026 9:00 am EST", "Mara Okora"),
        ("Mara Okora2 minutes ago", "Mara Okora"),
        ("Von Ines van der Rella, Volontärin (Sport)", "Ines van der Rella"),
        ("Par Ines Rella (avec Tomi Okora)", "Ines Rella"),
        ("Oleh: Sari Wulandari", "Sari Wulandari"),
        ("Sari Wulandari - KabarDermaga", "Sari Wulandari"),
        ("Dr. Vahid Rella, Dr. Ines Okora", "Vahid Rella, Ines Okora"),
        ("Андрей Реллин", "Андрей Реллин"),
        ("By Newsroomer", "Newsroomer"),
        ("powered by Surfing Waves", ""),
        ("Photo by Mara Okora", ""),
        ("Share Article", ""),
        ("View Full Profile", ""),
        ("By the time the tide turned", ""),
        ("By " + "Mara Okora, " * 40, ""),
    ],
)
def test_a_line_names_persons_and_nothing_else(line: str, names: str) -> None:
    assert people_in(line) == names


def test_a_word_of_its_own_says_that_somebody_wrote_something() -> None:
    assert has_lead("By Mara Okora") and has_lead("12 May 2026 | Oleh Sari Wulandari")
    assert not has_lead("Mara Okora") and not has_lead("Hosted by Mara Okora")
