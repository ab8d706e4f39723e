"""Checks for playlist, one or two for each part of the task."""
import lab


def make():
    main = lab.load()
    inner = main.Playlist("B", main.Playlist("C"), "D")
    return main, main.Playlist("A", inner, main.Playlist(), "E")


def songs_of(playlist, walk=iter):
    outcome = lab.calls(lambda: list(walk(playlist)))
    lab.true(outcome.error is None, f"Looping over the playlist raised {outcome.error!r}.",
             reply="not_iterator" if "non-iterator" in str(outcome.error) else None)
    return outcome.value


@lab.check("1: a loop gives the songs, also those of inner playlists")
def songs():
    main, trip = make()
    found = songs_of(trip)
    strangers = [it for it in found if not isinstance(it, str)]
    lab.true(not strangers, f"Not a song, but handed out: {strangers[:1]!r}.", reply="hands_out_lists")
    lab.equal(found, list("ABCDE"), call="The songs of a playlist with inner ones")
    lab.equal(songs_of(main.Playlist()), [], call="The songs of an empty playlist")


@lab.check("2: a second loop begins anew, and sees what was added")
def again():
    main, trip = make()
    songs_of(trip)
    lab.true(songs_of(trip), "The second loop gave no songs.", reply="walks_once")
    trip.add("F")
    trip.add(main.Playlist("G"))
    lab.equal(songs_of(trip), list("ABCDEFG"), call="The songs after two more were added",
              reply="old_songs")


@lab.check("2: two loops do not disturb each other")
def independent():
    main, _ = make()
    trip = main.Playlist("A", main.Playlist("B"), "C")
    found = [first + second for first in trip for second in trip]
    wanted = [first + second for first in "ABC" for second in "ABC"]
    lab.equal(found, wanted, call="A loop within a loop over one playlist", reply="one_place")


@lab.check("3: reversed gives all songs from the end")
def backward():
    main, trip = make()
    found = songs_of(trip, reversed)
    lab.equal(found, list("EDCBA"), call="The songs of reversed(playlist)",
              reply="top_level_only" if sorted(map(str, found)) == list("ABCDE") or len(found) != 5 else None)


@lab.check("4: pairs gives each song with the next one")
def neighbors():
    main, trip = make()
    found = lab.calls(lambda: list(trip.pairs()))
    lab.true(found.error is None, f"pairs() raised {found.error!r}.")
    lab.equal(found.value, [("A", "B"), ("B", "C"), ("C", "D"), ("D", "E")], call="The list of pairs()")
    lab.true(hasattr(trip.pairs(), "__next__"), f"pairs() gave {trip.pairs()!r}, which is no iterator.")
    lab.equal(list(main.Playlist("A").pairs()), [], call="The pairs of a single song")
