-- The cells of leaves: how many claims, and how much. All totals are sums of these.
SELECT
  {{leaf}} AS region,
  time_2 AS time,
  programme,
  grp,
  COUNT(*) AS claims,
  SUM(amount) AS amount
FROM claims
GROUP BY {{leaf}}, time_2, programme, grp
ORDER BY region, time, programme, grp
