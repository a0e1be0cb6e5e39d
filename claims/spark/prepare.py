"""Runs the statements of a plan on Spark: `spark-submit claims/spark/prepare.py --plan DIR [--out DIR]`.

The plan (`cargo xtask claims plan`) has the statements as DataFusion runs them, so nothing is decided here.
What it leaves are tables in Parquet, which `cargo xtask claims finish` turns into what is published.
"""

import argparse
import json
import time
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T


def read_input(spark, plan):
    """The declared columns by their names in the statements."""
    if plan["kind"] == "csv":
        schema = T.StructType([T.StructField(name, T.StringType()) for name, _ in plan["columns"]])
        table = spark.read.schema(schema).option("header", True).option("mode", "FAILFAST")
        # Quotes are doubled, as in RFC 4180; Spark's own way is a backslash.
        table = table.option("escape", '"').option("multiLine", plan["has_lines"]).csv(plan["files"])
    else:
        table = spark.read.parquet(*plan["files"])
    columns = [F.col(quoted(name)).cast("string").alias(used) for name, used in plan["columns"] if used]
    columns += [F.lit(None).cast("string").alias(used) for used in plan["absent"]]
    return table.select(*columns)


def quoted(name):
    """A name of a column, whatever is in it."""
    return "`" + name.replace("`", "``") + "`"


def read_list(spark, table):
    """A table of names and numbers."""
    fields = [T.StructField("name", T.StringType())]
    fields += [T.StructField(column, T.IntegerType()) for column in table["columns"]]
    rows = [(name, *numbers) for name, numbers in table["rows"]]
    return spark.createDataFrame(rows, T.StructType(fields))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plan", required=True, type=Path, help="the folder with plan.json")
    parser.add_argument("--out", type=Path, help="where the tables go (default: beside the plan)")
    parser.add_argument("--files", nargs="*", help="the input, where it lies elsewhere than when it was checked")
    options = parser.parse_args()
    plan = json.loads((options.plan / "plan.json").read_text())
    if options.files:
        plan["files"] = options.files
    out = options.out or options.plan
    spark = SparkSession.builder.appName(f"claims {plan['id']}").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    read_input(spark, plan).createOrReplaceTempView("input")
    for table in plan["lists"]:
        read_list(spark, table).createOrReplaceTempView(table["table"])
    for statement in plan["statements"]:
        name, began = statement["table"], time.monotonic()
        path = str(out / f"{name}.parquet")
        spark.sql(statement["sql"]).write.mode("overwrite").parquet(path)
        print(f"  {name:<9} {time.monotonic() - began:6.1f} s", flush=True)
        if name == "claims":
            spark.read.parquet(path).createOrReplaceTempView(name)
    spark.stop()


if __name__ == "__main__":
    main()
