"""Checks for track-list."""
import lab

TRACKS = [("Drops", 180), ("Puddles", 240)]


@lab.check("a playlist has a title and tracks")
def made():
    rain = lab.load().Playlist("Rain", iter(TRACKS))
    lab.equal(rain.title, "Rain", call="the title")
    lab.equal(list(rain.tracks), TRACKS, call="the tracks, passed as an iterator")


@lab.check("new playlists are empty and independent")
def independent():
    playlist = lab.load().Playlist
    first, second = playlist("a"), playlist("b")
    first.add("Drops", 180)
    lab.equal(first.tracks, [("Drops", 180)], call="the tracks after add('Drops', 180)")
    lab.equal(second.tracks, [], call="the tracks of another new playlist", reply="shared_default")


@lab.check("a passed list stays the caller's")
def alias():
    tracks = TRACKS[:]
    rain = lab.load().Playlist("Rain", tracks)
    tracks.clear()
    lab.equal(rain.tracks, TRACKS, call="the tracks, after the caller cleared the passed list", reply="alias")
    rain.add("Mud", 60)
    lab.equal(tracks, [], call="the passed list after add", reply="alias")


@lab.check("seconds() counts all tracks")
def seconds():
    rain = lab.load().Playlist("Rain", TRACKS)
    lab.true(callable(rain.seconds), f"`seconds` of a playlist is {rain.seconds!r}, which cannot be called.", reply="hidden")
    lab.equal(rain.seconds(), 420, call="seconds()")
    rain.add("Mud", 60)
    lab.equal(rain.seconds(), 480, call="seconds() after another 60 s were added", reply="stale")


@lab.check("longest() names the first of the longest tracks")
def longest():
    playlist = lab.load().Playlist
    rain = playlist("Rain", TRACKS)
    lab.equal(rain.longest(), "Puddles", call="longest()")
    rain.add("Mud", 240)
    lab.equal(rain.longest(), "Puddles", call="longest() after another track of 240 s was added", reply="last_of_equals")
    outcome = lab.calls(playlist("None").longest)
    lab.true(outcome.error is None and outcome.value is None,
             f"longest() of an empty playlist gave {outcome.error or outcome.value!r}.", reply="empty")
