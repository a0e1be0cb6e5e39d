-- Claims with numbers in place of ids: one row a claim, as all later steps read it.
-- `input` has the declared columns, whatever they are called in the file; the other tables are the lists of the manifest.
SELECT
  {{region_columns}},
  m.time_1,
  m.time_2,
  p.number AS programme,
  g.number AS grp,
  c.number AS channel,
  CAST(i.amount AS BIGINT) AS amount,
  CAST(i.days AS INT) AS days
FROM input i
JOIN regions r ON i.region = r.name
JOIN months m ON SUBSTR(CAST(i.day AS STRING), 1, 7) = m.name
JOIN programmes p ON i.programme = p.name
JOIN members g ON COALESCE(i.member, '') = g.name
JOIN channels c ON COALESCE(i.channel, '') = c.name
