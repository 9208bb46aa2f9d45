import pathlib
import tempfile
import unittest

import paths  # noqa: F401

from peers import crc, names, ours, recordings
from peers.comparison import MISSING, Comparison, difference, names_of, place
from peers.explained import HEAD, Explained


class FrameTests(unittest.TestCase):
    def test_a_clean_squitter_leaves_nothing_and_a_reply_its_address(self):
        self.assertEqual(crc.remainder("8D406B902015A678D4D220AA4BDA"), 0)
        self.assertEqual(crc.address_of_reply("A0000638FA81C10000000081A92F"), "484CB8")

    def test_an_all_call_made_here_is_clean(self):
        self.assertEqual(crc.remainder(crc.all_call("4840D6")), 0)
        self.assertEqual(crc.all_call("4840D6")[:8], "5D4840D6")

    def test_beast_doubles_the_escape_byte_and_never_says_tick_zero(self):
        made = ours.beast(["021A1A1A1A1A1A"], [100.0], 100.0)
        self.assertEqual(made[:2], b"\x1a2")
        self.assertEqual(made[2:9], b"\0\0\0\0\0\1\x80")
        self.assertEqual(made[9:], b"\x02" + b"\x1a" * 12)

    def test_a_recorded_beast_payload_is_read_without_doubling(self):
        self.assertEqual(recordings.beast_payload("1a32000023b1dda011210000bd6b441a"), "210000BD6B441A")
        self.assertEqual(recordings.beast_payload("8dada5265851e6616376c2eb4463"), "8DADA5265851E6616376C2EB4463")

    def test_lines_without_their_frame_are_refused(self):
        merged = [(1.0, 1, "AA", 0), (2.0, 1, "BB", 1)]
        self.assertEqual(ours._aligned(merged, [{"raw": "BB", "time": 2.0}], 2), [None, {"raw": "BB", "time": 2.0}])
        with self.assertRaises(ours.Problem):
            ours._aligned(merged, [{"raw": "CC", "time": 2.0}], 2)


class NameTests(unittest.TestCase):
    def test_rs1090_registers_come_by_our_names(self):
        fields, registers = names.rs1090({
            "timestamp": 1.0, "frame": "a0", "df": "20", "altitude": 1000, "icao24": "4840d6",
            "bds50": {"bds": "50", "roll": None, "track": 82.0, "TAS": 100, "track_rate": -0.5},
            "bds17": {"bds": "17", "bds05": True, "bds0a": True, "bds40": False},
        })
        self.assertEqual(fields, {"df": 20, "icao": "4840D6", "altitude": 1000})
        self.assertEqual(registers["5,0"], {"true_track": 82.0, "true_airspeed": 100, "track_rate": -0.5})
        self.assertEqual(registers["1,7"], {"supported_bds": ["0,5", "0,A"]})

    def test_the_golden_set_pads_callsigns_and_lists_registers_in_one_text(self):
        _, registers = names.golden({"df": 20, "icao": "484b92", "bds": "BDS40,BDS45"})
        self.assertEqual(registers, {"4,0": {}, "4,5": {}})
        self.assertEqual(names.golden({"df": 17, "icao": "406b90", "callsign": "EZY85MH_"})[0]["callsign"], "EZY85MH")

    def test_ambiguous_replies_of_ours_are_candidates_without_fields(self):
        line = {"df": 20, "raw": "A0", "time": 1, "mb": "00", "bds_candidates": ["5,0", "6,0"], "altitude": 5}
        self.assertEqual(names.ours(line), ({"df": 20, "altitude": 5}, {"5,0": {}, "6,0": {}}))


class ComparisonTests(unittest.TestCase):
    def test_kinds_are_narrow(self):
        for mine, theirs, kind in (
            ({"x": 1.0}, {"x": 1.0000005}, None),
            ({"x": 493.62}, {"x": 493}, "cut to a whole"),
            ({"x": 493.62}, {"x": 494}, "gap <= 0.5"),
            ({"x": 493.62}, {"x": 495}, "differ"),
            ({"x": -64}, {"x": 64}, "sign"),
            ({"track_rate": -0.03125}, {"track_rate": 0}, "-0.03125 / 0"),
            ({"selected_altitude": 23008}, {"selected_altitude": 23000}, "to hundreds"),
            ({"selected_altitude": 23008}, {"selected_altitude": 24000}, "differ"),
            ({"groundspeed": 3.25, "groundspeed_min": 3.0, "groundspeed_max": 3.5}, {"groundspeed": 3.0}, "edge of the interval"),
            ({"groundspeed": 3.25, "groundspeed_min": 3.0, "groundspeed_max": 3.5}, {"groundspeed": 2.5}, "differ"),
            ({"longitude": 179.999999}, {"longitude": -179.999999}, None),
            ({"latitude": 1.0}, {"latitude": 2.0}, "another place"),
            ({"x": True}, {"x": 1}, None),
            ({"x": True}, {"x": False}, "True / False"),
            ({"x": "BARO"}, {"x": "GNSS"}, "BARO / GNSS"),
            ({"x": ["5,0"]}, {"x": ["5,0", "6,0"]}, "only ours: -; only theirs: 6,0"),
        ):
            with self.subTest(mine=mine, theirs=theirs):
                self.assertEqual(difference(next(iter(theirs)), mine, theirs), kind)

    def test_what_the_peer_never_gives_is_told_apart_from_what_it_left_out(self):
        frames = ["8D406B902015A678D4D220AA4BDA", "8D406B909945DE10000405999BE4"]
        mine = [({"df": 17, "callsign": "A", "sda": 2}, {}), ({"df": 17, "callsign": "B"}, {})]
        theirs = [({"df": 17}, {}), ({"df": 17, "callsign": "B"}, {})]
        comparison = Comparison()
        for row in zip(frames, mine, theirs, [False, False]):
            comparison.frame(*row)
        comparison.settle(names_of(zip(frames, theirs)))
        self.assertEqual(dict(comparison.classes), {("callsign", "DF17 TC4", "only ours"): 1, ("sda", "DF17", MISSING): 1})
        self.assertEqual(comparison.fields["callsign"], {"agree": 1, "only ours": 1})

    def test_registers_are_compared_before_their_fields(self):
        frame = "A000139381951536E024D4CCF6B5"
        comparison = Comparison()
        comparison.frame(frame, ({"df": 20}, {"5,0": {"roll": 1.0}}), ({"df": 20}, {"6,0": {"mach": 0.5}}), False)
        comparison.frame(frame, ({"df": 20}, {"5,0": {"roll": 1.0}}), ({"df": 20}, {"5,0": {"roll": 2.0}, "2,1": {}}), False)
        comparison.frame(frame, ({"df": 20}, {"5,0": {}, "6,0": {}}), ({"df": 20}, {"6,0": {"mach": 0.5}}), False)
        self.assertEqual(set(comparison.classes), {
            ("bds", "Comm-B 5,0", "theirs 6,0"), ("bds", "Comm-B 5,0", "theirs perhaps 2,1"), ("roll", "Comm-B 5,0", "differ"),
            ("bds", "Comm-B ambiguous", "theirs 6,0"),
        })

    def test_what_an_unranked_list_holds_besides_is_told_and_its_order_means_nothing(self):
        frame = "A000139381951536E024D4CCF6B5"
        for ranked, kinds in ((True, {"theirs rather 2,1"}), (False, {"theirs perhaps 2,1"})):
            comparison = Comparison(ranked)
            comparison.frame(frame, ({"df": 20}, {"5,0": {}}), ({"df": 20}, {"2,1": {}, "5,0": {}}), False)
            self.assertEqual({kind for _, _, kind in comparison.classes}, kinds)
        comparison = Comparison(False)
        comparison.frame(frame, ({"df": 20}, {"5,0": {}, "6,0": {}}), ({"df": 20}, {"2,1": {}, "5,0": {}}), False)
        comparison.frame(frame, ({"df": 20}, {"5,0": {}, "6,0": {}}), ({"df": 20}, {"2,1": {}}), False)
        self.assertEqual({kind for _, _, kind in comparison.classes}, {"theirs several too", "theirs 2,1, none of ours"})

    def test_a_place_is_format_and_type_code(self):
        self.assertEqual(place("8D406B902015A678D4D220AA4BDA"), "DF17 TC4")
        self.assertEqual(place("A000139381951536E024D4CCF6B5"), "DF20")


class ExplainedTests(unittest.TestCase):
    def table(self, *rows):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name) / "table.md"
        path.write_text("\n".join(["# T", HEAD, "|---|---|---|---|---|---|", *rows, "", "After."]) + "\n")
        return Explained(path)

    def test_the_first_row_that_fits_counts_and_an_open_one_explains_nothing(self):
        table = self.table("| a | DF{17;18} TC* | differ | * | x 1 | because |", "| * | * | * | * |  | ? |")
        self.assertEqual(table.row_of(("a", "DF18 TC4", "differ"), "rs1090"), 0)
        self.assertEqual(table.row_of(("a", "DF20", "differ"), "rs1090"), 1)
        self.assertTrue(table.explains(0))
        self.assertFalse(table.explains(1))
        self.assertFalse(table.explains(None))

    def test_counts_are_written_and_new_classes_are_open_rows(self):
        table = self.table("| a | DF17 | differ | * | x 1 | because |")
        self.assertEqual(len(list(table.changed({0: {"y": 2000}}))), 1)
        table.write({0: {"y": 2000}}, [(("b", "DF4", "sign"), "rs1090", {"y": 3})])
        again = Explained(table.path)
        self.assertEqual(again.rows, [["a", "DF17", "differ", "*", "y 2,000", "because"], ["b", "DF4", "sign", "rs1090", "y 3", "?"]])
        self.assertEqual(list(again.changed({0: {"y": 2000}, 1: {"y": 3}})), [])
        self.assertTrue(table.path.read_text().endswith("\nAfter.\n"))

    def test_the_table_of_the_house_can_be_read(self):
        table = Explained(paths.ROOT / "docs" / "decoding-differences.md")
        self.assertIsNotNone(table.row_of(("vr_source", "DF17 TC19", "GNSS / BARO"), "rs1090"))
        self.assertIsNone(table.row_of(("vr_source", "DF17 TC19", "GNSS / BARO"), "pymodes"))


if __name__ == "__main__":
    unittest.main()
