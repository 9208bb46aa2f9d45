import unittest

import paths  # noqa: F401

import measure_commb
from peers import truth


class TruthTests(unittest.TestCase):
    """Replies of published vectors, and ADS-B made to fit them."""

    def aircraft(self, speed=438.0, track=114.0, rate=0, selected=3008, altitude=20_000):
        found = truth.Aircraft()
        found.velocity.add(10.0, (speed, track, rate))
        found.selected.add(10.0, selected)
        found.altitude.add(10.0, altitude)
        found.callsigns.add("KLM1017")
        return found

    def registers(self, frame, time=11.0, **known):
        return self.aircraft(**known).registers(time, int(frame[8:22], 16))

    def test_published_replies_fit_their_register_alone(self):
        self.assertEqual(self.registers("A000083E202CC371C31DE0AA1CCF"), ["2,0"])
        self.assertEqual(self.registers("A000029C85E42F313000007047D3"), ["4,0"])
        self.assertEqual(self.registers("A000139381951536E024D4CCF6B5"), ["5,0"])
        self.assertEqual(
            self.registers("A00004128F39F91A7E27C46ADC21", speed=262, track=42, rate=-1920, altitude=5450), ["6,0"])

    def test_another_speed_track_level_or_moment_takes_the_label(self):
        self.assertEqual(self.registers("A000139381951536E024D4CCF6B5", speed=445), [])
        self.assertEqual(self.registers("A000139381951536E024D4CCF6B5", track=118), [])
        self.assertEqual(self.registers("A000139381951536E024D4CCF6B5", time=13.5), [])
        self.assertEqual(self.registers("A000029C85E42F313000007047D3", selected=3072), [])
        self.assertEqual(self.registers("A00004128F39F91A7E27C46ADC21", speed=262, track=42, rate=-1300, altitude=5450), [])
        self.assertEqual(self.registers("A00004128F39F91A7E27C46ADC21", speed=262, track=42, rate=-1920, altitude=30_000), [])

    def test_velocity_is_read_from_a_published_squitter(self):
        found = truth.Aircraft()
        found.add(1.0, int("8D485020994409940838175B284F"[8:22], 16))
        speed, track, rate = found.velocity.nearest(1.5, 3)
        self.assertAlmostEqual(speed, 159.20, 2)
        self.assertAlmostEqual(track, 182.88, 2)
        self.assertEqual(rate, -832)
        self.assertIsNone(found.velocity.nearest(4.5, 3))

    def test_the_nearest_of_both_sides_judges(self):
        heard = truth.Heard()
        heard.add(1.0, "before")
        heard.add(3.0, "after")
        self.assertEqual([heard.nearest(time, 3) for time in (1.9, 2.1, 5.9, 6.1)], ["before", "after", "after", None])

    def test_standard_atmosphere(self):
        self.assertAlmostEqual(truth.sound(0), 661.48, 1)
        self.assertAlmostEqual(truth.calibrated(0.5, 0), 330.74, 1)
        # The pace of airliners: Mach 0.78 at 35,000 ft is about 264 kt calibrated.
        self.assertAlmostEqual(truth.calibrated(0.78, 35_000), 264, delta=1)


class ScoreTests(unittest.TestCase):
    def test_each_answer_counts_once(self):
        labelled = [(index, "A", label, 1) for index, label in enumerate(["5,0", "5,0", "5,0", "5,0", "6,0", None])]
        answers = {0: "5,0", 1: "6,0", 2: ("5,0", "6,0"), 4: "5,0", 5: "5,0"}
        rows = {row[0]: row[1:] for row in measure_commb.score(labelled, answers)}
        self.assertEqual(rows["5,0"], (4, 1, 1, 1, 1, 1))
        self.assertEqual(rows["6,0"], (1, 0, 1, 0, 0, 1))

    def test_candidates_are_ambiguous_and_a_register_is_clear(self):
        self.assertEqual(measure_commb.answer_of({"bds": "5,0"}), "5,0")
        self.assertEqual(measure_commb.answer_of({"bds_candidates": ["5,0", "6,0"]}), ("5,0", "6,0"))
        self.assertIsNone(measure_commb.answer_of({}))
        self.assertIsNone(measure_commb.answer_of(None))


if __name__ == "__main__":
    unittest.main()
