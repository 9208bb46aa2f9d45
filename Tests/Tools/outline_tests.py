import contextlib
import io
import pathlib
import tempfile
import types
import unittest
import unittest.mock

import paths  # noqa: F401

import setup
from basemap import outline


def units(*points):
    return [(round(x * outline.UNIT), round(y * outline.UNIT)) for x, y in points]


class OutlineTests(unittest.TestCase):
    COAST = [(10.0, 10.0), (11.0, 10.0), (11.0, 11.0), (10.0, 10.0)]
    BORDER = [(20.0, 10.0), (21.0, 10.5)]

    def test_kinds_come_in_their_order_and_provinces_not_at_all(self):
        found = outline.lines([("border", self.BORDER), ("province", self.BORDER), ("coast", self.COAST)], [[(30.0, 1.0), (31.0, 1.0)]])
        self.assertEqual([kind for kind, _ in found], ["coast", "border", "disputed"])
        self.assertEqual(found[1][1], units(*self.BORDER))

    def test_what_is_written_is_read_again_and_is_the_same_each_time(self):
        arcs = [("coast", self.COAST), ("border", self.BORDER), ("disputed", [(-179.0, -5.0), (-178.0, -6.0)])]
        data = outline.written(outline.lines(arcs, []))
        self.assertEqual(outline.read(data), outline.lines(arcs, []))
        self.assertEqual(outline.written(outline.lines(arcs, [])), data)
        self.assertTrue(data.startswith(b"pelacak-outline\t1\n# Natural Earth (public domain)"))
        for broken in (b"", data[:-1], data.replace(b"outline\t1", b"outline\t2"), data + b"coast\t1 2 3\n", data + b"sea\t1 2 3 4\n"):
            with self.assertRaises(ValueError):
                outline.read(broken)

    def test_points_within_the_tolerance_go_and_ends_stay(self):
        line = [(0.0, 0.0), (0.5, outline.TOLERANCE * 0.9), (1.0, 0.0), (1.5, outline.TOLERANCE * 2), (2.0, 0.0)]
        (_, kept), = outline.lines([("border", line)], [])
        self.assertEqual((kept[0], kept[-1], len(kept)), ((0, 0), (2 * outline.UNIT, 0), 4))

    def test_an_island_that_shrinks_to_a_point_or_a_stroke_goes(self):
        speck = [(5.0, 5.0), (5.001, 5.0), (5.001, 5.001), (5.0, 5.0)]
        stroke = [(5.0, 5.0), (5.1, 5.001), (5.2, 5.0), (5.1, 4.999), (5.0, 5.0)]
        self.assertEqual(outline.lines([("coast", speck), ("coast", stroke)], []), [])

    def test_a_coast_in_arcs_becomes_one_whatever_way_they_run(self):
        corners = [(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (0.0, 3.0)]
        arcs = [corners[:2], [corners[2], corners[1]], corners[2:], [corners[0], corners[3]]]
        (ring,) = outline.joined(arcs)
        self.assertEqual((len(ring), ring[0] == ring[-1], set(ring)), (5, True, set(corners)))
        meeting = outline.joined([[(0, 0), (1, 0)], [(1, 0), (2, 0)], [(1, 0), (1, 1)]])
        self.assertEqual(len(meeting), 3, "where three meet none goes on")

    def test_a_long_line_is_written_in_pieces_that_share_their_ends(self):
        line = [(i / 10, (i % 2) / 2) for i in range(1000)]
        found = outline.lines([("coast", line)], [])
        self.assertTrue(all(2 <= len(points) <= outline.LONGEST for _, points in found))
        self.assertEqual(len(found), 3)
        for (_, one), (_, next_one) in zip(found, found[1:]):
            self.assertEqual(one[-1], next_one[0])

    def test_the_cut_along_the_date_line_and_around_the_pole_is_not_drawn(self):
        # As dateline.joined leads it: out to 180, beyond, and back; and along 180 where nothing goes on at the other side.
        line = [(170.0, 60.0), (180.0, 60.0), (186.0, 60.0), (186.0, 65.0), (180.0, 65.0), (170.0, 65.0), (180.0, 66.0), (180.0, 67.0), (170.0, 67.0)]
        pieces = outline.within(line)
        self.assertEqual(pieces, [[(170.0, 60.0), (180.0, 60.0)], [(180.0, 65.0), (170.0, 65.0), (180.0, 66.0)], [(180.0, 67.0), (170.0, 67.0)]])
        self.assertEqual(outline.within([(0.0, -80.0), (0.0, -89.9), (90.0, -89.9), (90.0, -80.0)]), [
            [(0.0, -80.0), (0.0, -89.9)], [(90.0, -89.9), (90.0, -80.0)],
        ])

    def test_a_coast_ends_before_the_date_line_unless_it_goes_on_behind_it(self):
        on, loose, behind = [(170.0, 60.0), (180.0, 60.5)], [(170.0, 61.0), (179.8, 61.0), (180.0, 61.0)], [(-180.0, 60.5), (-170.0, 60.0)]
        self.assertEqual(outline.met([on, loose, behind]), [on, loose[:2], behind])
        self.assertEqual(outline.met([[(179.8, 61.0), (180.0, 61.0)]]), [])

    def test_a_listed_line_along_a_contested_arc_is_drawn_once(self):
        arc = [(10.0, 10.0), (11.0, 10.0)]
        found = outline.lines([("disputed", arc)], [[(10.2, 10.003), (10.6, 10.003), (10.6, 12.0)]])
        self.assertEqual([points for _, points in found], [units(*arc), units((10.6, 10.003), (10.6, 12.0))])

    def test_no_name_and_no_reason_of_a_border_is_in_it(self):
        data = outline.written(outline.lines([("disputed", self.BORDER)], []))
        rows = data.decode().split("\n")[2:-1]
        self.assertTrue(rows)
        for row in rows:
            self.assertRegex(row, r"^(coast|border|disputed)\t-?[0-9]+( -?[0-9]+)+$")

    @unittest.skipUnless((paths.ROOT / "Assets" / "outline.txt").exists(), "needs Assets/outline.txt, which set-up makes")
    def test_the_file_that_set_up_made_is_small_and_within_what_the_program_reads(self):
        data = (paths.ROOT / "Assets" / "outline.txt").read_bytes()
        found = outline.read(data)
        self.assertLess(len(data), 1_000_000)
        self.assertEqual({kind for kind, _ in found}, set(outline.KINDS))
        self.assertTrue(all(abs(x) <= 180 * outline.UNIT and abs(y) <= 90 * outline.UNIT for _, points in found for x, y in points))
        self.assertTrue(all(2 <= len(points) <= outline.LONGEST for _, points in found))


class SetUpTests(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        (self.folder / "source").mkdir()
        (self.folder / setup.BASEMAP.sources[0]).write_bytes(b"source")
        self.made = 0

    def make(self):
        def run(command, **_):
            self.made += 1
            for name in (setup.BASEMAP.file, *setup.BASEMAP.beside):
                (self.folder / name).write_bytes(b"made")
            return types.SimpleNamespace(returncode=0)

        assets = types.SimpleNamespace(sources=[], folder=self.folder)
        with unittest.mock.patch.object(setup, "ASSETS", self.folder), unittest.mock.patch.object(setup.subprocess, "run", run), \
                contextlib.redirect_stderr(io.StringIO()):
            setup.make(setup.BASEMAP, assets, self.folder / "log")
        return self.made

    def test_an_outline_that_is_not_there_is_made_and_then_not_again(self):
        self.assertIn("outline.txt", setup.BASEMAP.beside)
        self.assertEqual((self.make(), self.make()), (1, 1))
        (self.folder / "outline.txt").unlink()
        self.assertEqual((self.make(), self.make()), (2, 2))

    def test_a_change_of_what_makes_the_outline_makes_it_anew(self):
        self.assertIn(paths.ROOT / "Tools" / "basemap" / "outline.py", setup.BASEMAP.makers)


if __name__ == "__main__":
    unittest.main()
