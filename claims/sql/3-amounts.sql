-- How many claims of a cell of leaves have which amount. Percentiles of all totals follow from these.
SELECT
  {{leaf}} AS region,
  rounded AS value,
  time_2 AS time,
  programme,
  grp,
  COUNT(*) AS claims
FROM claims
GROUP BY {{leaf}}, rounded, time_2, programme, grp
ORDER BY region, value, time, programme, grp
