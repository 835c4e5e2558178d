INSERT INTO policy_content (digest, packed) VALUES ('d1', 'x');
INSERT INTO policy_version (id, number, name, state, digest, base, editor, editors, approver, revision, created, changed, submitted, decided, effective, published)
  VALUES ('v1', 1, 'Pirmoji', 'published', 'd1', '', 'p1', '["p1"]', 'p2', 4, 1767225600000000, 1767225600000000, 1767225600000000, 1767225600000000, 1767225600000000, 1767225600000000);
