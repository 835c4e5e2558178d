INSERT INTO company (id, name, languages, sectors, zone, founded) VALUES (1, 'Banga', '["lt","en"]', '[]', 'Europe/Vilnius', 1767225600000000);
INSERT INTO setting (name, value) VALUES ('kept', '"Ąžuolas"');
INSERT INTO team (id, name, folded) VALUES ('t1', 'Pardavimai', 'pardavimai');
INSERT INTO person (id, name, mail, team, roles, language, zone, state, outside, version, invited, joined, departed)
  VALUES ('p1', 'Ona Onaitė', 'ona@example.com', 't1', '["administrator"]', 'lt', 'Europe/Vilnius', 'active', '', 3, 1767225600000000, 1767225600000000, 0);
INSERT INTO person (id, name, mail, team, roles, language, zone, state, outside, version, invited, joined, departed)
  VALUES ('p2', 'Jonas Jonaitis', 'jonas@example.com', NULL, '[]', 'lt', 'Europe/Vilnius', 'left', 'x-7', 9, 1767225600000000, 1767225600000000, 1769225600000000);
