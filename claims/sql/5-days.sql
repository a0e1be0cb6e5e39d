-- Percentiles of days, for one kind of cells; the same places as of amounts, found in counts of equal values.
WITH keyed AS (
  SELECT
    ((CAST({{region}} AS BIGINT) * 1000 + {{time}}) * 100 + {{programme}}) * 100 + {{grp}} AS cell,
    days AS value,
    claims
  FROM day_counts
),
counted AS (
  SELECT cell, value, SUM(claims) AS claims
  FROM keyed
  GROUP BY cell, value
),
sizes AS (
  SELECT cell, SUM(claims) AS size
  FROM counted
  GROUP BY cell
  HAVING SUM(claims) >= {{least}}
),
running AS (
  SELECT
    cell,
    value,
    claims,
    SUM(claims) OVER (PARTITION BY cell ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS upto
  FROM counted
)
SELECT
  r.cell,
  MIN(CASE WHEN 100 * (r.upto - r.claims) < 10 * s.size AND 10 * s.size <= 100 * r.upto THEN r.value END) AS p10,
  MIN(CASE WHEN 100 * (r.upto - r.claims) < 25 * s.size AND 25 * s.size <= 100 * r.upto THEN r.value END) AS p25,
  MIN(CASE WHEN 100 * (r.upto - r.claims) < 50 * s.size AND 50 * s.size <= 100 * r.upto THEN r.value END) AS p50,
  MIN(CASE WHEN 100 * (r.upto - r.claims) < 75 * s.size AND 75 * s.size <= 100 * r.upto THEN r.value END) AS p75,
  MIN(CASE WHEN 100 * (r.upto - r.claims) < 90 * s.size AND 90 * s.size <= 100 * r.upto THEN r.value END) AS p90
FROM running r
JOIN sizes s ON r.cell = s.cell
GROUP BY r.cell
ORDER BY r.cell
