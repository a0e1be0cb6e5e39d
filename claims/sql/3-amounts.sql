-- Percentiles of amounts, for one kind of cells: the value at place k = ceil(p * n / 100) of n sorted values.
-- Without a division: k is the place with 100 * (k - 1) < p * n <= 100 * k.
WITH keyed AS (
  SELECT
    ((CAST({{region}} AS BIGINT) * 1000 + {{time}}) * 100 + {{programme}}) * 100 + {{grp}} AS cell,
    amount AS value
  FROM claims
),
sizes AS (
  SELECT cell, COUNT(*) AS size
  FROM keyed
  GROUP BY cell
  HAVING COUNT(*) >= {{least}}
),
ranked AS (
  SELECT cell, value, ROW_NUMBER() OVER (PARTITION BY cell ORDER BY value) AS place
  FROM keyed
)
SELECT
  r.cell,
  MIN(CASE WHEN 100 * (r.place - 1) < 10 * s.size AND 10 * s.size <= 100 * r.place THEN r.value END) AS p10,
  MIN(CASE WHEN 100 * (r.place - 1) < 25 * s.size AND 25 * s.size <= 100 * r.place THEN r.value END) AS p25,
  MIN(CASE WHEN 100 * (r.place - 1) < 50 * s.size AND 50 * s.size <= 100 * r.place THEN r.value END) AS p50,
  MIN(CASE WHEN 100 * (r.place - 1) < 75 * s.size AND 75 * s.size <= 100 * r.place THEN r.value END) AS p75,
  MIN(CASE WHEN 100 * (r.place - 1) < 90 * s.size AND 90 * s.size <= 100 * r.place THEN r.value END) AS p90
FROM ranked r
JOIN sizes s ON r.cell = s.cell
GROUP BY r.cell
ORDER BY r.cell
