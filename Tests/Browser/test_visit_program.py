"""An announced visit with the built program on the simulated sky: pasted, drafted, confirmed, watched, compared, exported, as somebody does who has just begun.
Needs the program's path in PELACAK."""

import json

from browser import opened, text, wait
from test_program import served

# Of the journey the scene flies, in words of our own.
STORY = """MOSCOW - The Russian president is expected in Yakutsk on Tuesday morning and will travel on to Pyongyang on Tuesday evening, the Kremlin said on Monday.
On Wednesday evening he is due in Hanoi. It was not said which aircraft he will use.
"""


def test_visit_program_from_a_story_to_alerts_and_exports(browser, _base, _mock):
    with served("--source", "simulate:state-visit?pace=300") as address:
        with opened(browser, address, "/visits?lang=en") as page:
            wait(lambda: page.is_visible("#new-text"))
            page.fill("#new-text", STORY)
            page.fill("#new-published", "2024-06-17T12:00")
            page.select_option("#new-zone", "180")
            page.click("#save")
            wait(lambda: len(page.query_selector_all(".stop-card")) == 3, tell=lambda: text(page, "#dossier")[:400])
            assert [one.inner_text() for one in page.query_selector_all(".stop-card h3")] == ["Yakutsk", "Pyongyang", "Hanoi"]
            # A language that the address asks for is kept on the way from the list to the visit.
            assert "lang=en" in page.evaluate("location.search")
            page.click("#confirm-all")
            wait(lambda: not page.query_selector("#confirm-all"))
            page.click("#confirm-visit")
            wait(lambda: page.query_selector("#make-watches"))
            page.click("#make-watches")
            wait(lambda: page.query_selector("#rules"))
            visit = page.evaluate("new URLSearchParams(location.search).get('id')")
            # Who leaves home is told to whoever watches, and stands in the dossier as evidence.
            wait(lambda: "fleet of the announced visit" in text(page, "#dossier"), timeout=240, step=1, tell=lambda: text(page, "#watches"))
            wait(lambda: "SIMULATED" in text(page, "#candidates"), timeout=120)
            assert "Young archive: order and reasons, no percentages" in text(page, "#candidates")
            assert "None of these" in text(page, "#candidates")
            # How many claims agree with what can be, and how many with what was heard.
            assert "By what was heard:" in text(page, "#claims")
            made = {}
            for kind in ("json", "geojson", "csv"):
                with page.expect_download() as download:
                    page.click(f"#export-{kind}")
                made[kind] = open(download.value.path(), encoding="utf-8").read()
            assert len(json.loads(made["json"])["stops"]) == 3
            assert {"Point"} <= {one["geometry"]["type"] for one in json.loads(made["geojson"])["features"] if one["geometry"]}
            assert "Yakutsk" in made["csv"]
            # The full text stays here.
            assert "which aircraft he will use" not in "".join(made.values())
            dangling = page.evaluate("[...document.querySelectorAll('#dossier a[href^=\"#\"]')].map((one) => one.getAttribute('href').slice(1)).filter((one) => !document.getElementById(one))")
            assert not dangling, dangling
        with opened(browser, address, f"/visit?id={visit}&lang=id") as page:
            wait(lambda: "SIMULASI" in text(page, "#candidates"), timeout=120)
            wait(lambda: "armada kunjungan yang diumumkan" in text(page, "#dossier"))


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
