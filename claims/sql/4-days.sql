-- How many claims of a cell of leaves took how many days, where that is stated.
SELECT
  {{leaf}} AS region,
  days AS value,
  time_2 AS time,
  programme,
  grp,
  COUNT(*) AS claims
FROM claims
WHERE days IS NOT NULL
GROUP BY {{leaf}}, days, time_2, programme, grp
ORDER BY region, value, time, programme, grp
