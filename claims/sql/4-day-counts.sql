-- How many claims took how many days. Days have few values, so this is much shorter than the claims.
SELECT
  {{region_names}},
  time_1,
  time_2,
  programme,
  grp,
  days,
  COUNT(*) AS claims
FROM claims
WHERE days IS NOT NULL
GROUP BY {{region_names}}, time_1, time_2, programme, grp, days
