-- Single claims, sorted by all that is published of them, so that every engine writes the same.
SELECT
  {{leaf}} AS region,
  programme,
  time_2 AS time,
  rounded AS amount,
  grp,
  channel,
  days
FROM claims
ORDER BY region, programme, time, amount, grp, channel, days NULLS LAST
