// SCORM 1.2: sessions of a real package in a player with scorm-again.

import { testSessions } from "./sessions.mjs";

testSessions("scorm12");
