-- Claims with numbers in place of ids: one row a claim, as all later steps read it.
-- `input` has the declared columns as text, whatever they are called in the file; the other tables are the lists of the
-- manifest.
-- `rounded` is the amount in three significant digits, half up: more is never published of a single claim, and a
-- percentile of rounded amounts is the rounded percentile.
WITH numbered AS (
  SELECT
    {{region_columns}},
    m.time_1,
    m.time_2,
    p.number AS programme,
    g.number AS grp,
    c.number AS channel,
    CAST(i.amount AS BIGINT) AS amount,
    CAST(NULLIF(i.days, '') AS INT) AS days
  FROM input i
  JOIN regions r ON i.region = r.name
  JOIN months m ON SUBSTR(i.day, 1, 7) = m.name
  JOIN programmes p ON i.programme = p.name
  JOIN members g ON COALESCE(i.member, '') = g.name
  JOIN channels c ON COALESCE(i.channel, '') = c.name
)
SELECT
  {{region_names}},
  time_1,
  time_2,
  programme,
  grp,
  channel,
  amount,
  CASE
    WHEN amount < 1000 THEN amount
{{roundings}}
  END AS rounded,
  days
FROM numbered
