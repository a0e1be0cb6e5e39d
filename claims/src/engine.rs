//! DataFusion runs the statements of a plan on this machine, within a limit of memory.
use std::{path::Path, sync::Arc, time::Instant};

use anyhow::{Context, Result};
use datafusion::{
    arrow::{
        array::{ArrayRef, Int32Array, RecordBatch, StringArray},
        datatypes::{DataType, Field, Schema},
    },
    common::{Column, ScalarValue},
    error::DataFusionError,
    execution::{
        disk_manager::{DiskManagerBuilder, DiskManagerMode},
        memory_pool::FairSpillPool,
        runtime_env::RuntimeEnvBuilder,
    },
    logical_expr::{Expr, cast, lit},
    prelude::{CsvReadOptions, ParquetReadOptions, SessionConfig, SessionContext},
};
use futures::StreamExt;

use crate::{
    plan::{List, Plan},
    source::Kind,
    sql,
    tables::{self, Writing},
};

/// How much of the machine is used.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of memory.
    pub memory: usize,
    /// Threads.
    pub threads: usize,
}

/// The engine and its version.
pub fn name() -> String {
    format!("DataFusion {}", datafusion::DATAFUSION_VERSION)
}

/// Makes every table of a plan that is not there yet.
///
/// # Errors
/// When a statement fails; tables that were finished stay for the next run.
pub async fn run(plan: &Plan, work: &Path, limits: Limits) -> Result<()> {
    let spill = work.join("spill");
    let runtime = RuntimeEnvBuilder::new()
        // What readers and writers hold is not counted by the pool.
        .with_memory_pool(Arc::new(FairSpillPool::new(limits.memory / 10 * 6)))
        .with_disk_manager_builder(
            DiskManagerBuilder::default().with_mode(DiskManagerMode::Directories(vec![spill.clone()])),
        )
        .build_arc()
        .context("setting the engine up")?;
    std::fs::create_dir_all(&spill).context("making the folder to spill into")?;
    let config = SessionConfig::new().with_target_partitions(limits.threads).with_batch_size(8192);
    let context = SessionContext::new_with_config_rt(config, runtime);
    for list in &plan.lists {
        context.register_batch(list.table.as_str(), batch(list)?)?;
    }
    input(&context, plan).await?;
    let began = Instant::now();
    for (n, statement) in plan.statements.iter().enumerate() {
        let table = &statement.table;
        if !tables::is_there(work, table) {
            let step = Instant::now();
            let rows = make(&context, work, table, &statement.sql)
                .await
                .map_err(with_remedy)
                .with_context(|| format!("the step `{table}`"))?;
            eprintln!(
                "  {:>2}/{} {table:<9} {rows:>10} rows {:>6.1} s, {:>6.1} s so far",
                n + 1,
                plan.statements.len(),
                step.elapsed().as_secs_f64(),
                began.elapsed().as_secs_f64()
            );
        }
        if table == sql::CLAIMS {
            let path = work.join(format!("{table}.parquet"));
            context
                .register_parquet(table.as_str(), path.to_string_lossy(), ParquetReadOptions::default())
                .await?;
        }
    }
    Ok(std::fs::remove_dir_all(&spill)?)
}

/// Says of an engine that has too little memory how it gets more.
fn with_remedy(error: anyhow::Error) -> anyhow::Error {
    let exhausted = error
        .downcast_ref::<DataFusionError>()
        .is_some_and(|error| matches!(error.find_root(), DataFusionError::ResourcesExhausted(_)));
    if exhausted {
        error.context("the memory does not suffice: allow more of it, as in `--memory 2GB`")
    } else {
        error
    }
}

async fn make(context: &SessionContext, work: &Path, table: &str, sql: &str) -> Result<i64> {
    let frame = context.sql(sql).await?;
    let mut stream = frame.execute_stream().await?;
    let mut writing = Writing::new(work, table, stream.schema())?;
    while let Some(batch) = stream.next().await {
        writing.add(&batch?)?;
    }
    writing.finish()
}

/// The table `input`: the declared columns by their names in the statements.
async fn input(context: &SessionContext, plan: &Plan) -> Result<()> {
    let paths: Vec<String> = plan.files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let frame = match plan.kind {
        Kind::Csv => {
            let fields: Vec<Field> =
                plan.columns.iter().map(|(name, _)| Field::new(name, DataType::Utf8, true)).collect();
            let schema = Schema::new(fields);
            let options = CsvReadOptions::new().schema(&schema).newlines_in_values(plan.has_lines);
            context.read_csv(paths, options).await?
        }
        Kind::Parquet => context.read_parquet(paths, ParquetReadOptions::default()).await?,
    };
    let mut columns: Vec<Expr> = plan
        .columns
        .iter()
        .filter(|(_, used)| !used.is_empty())
        .map(|(name, used)| cast(Expr::Column(Column::from_name(name)), DataType::Utf8).alias(used))
        .collect();
    columns.extend(plan.absent.iter().map(|absent| lit(ScalarValue::Utf8(None)).alias(absent)));
    let view = frame.select(columns)?.into_view();
    context.register_table("input", view)?;
    Ok(())
}

fn batch(list: &List) -> Result<RecordBatch> {
    let names = StringArray::from_iter_values(list.rows.iter().map(|(name, _)| name));
    let mut columns: Vec<(&str, ArrayRef)> = vec![("name", Arc::new(names))];
    for (n, column) in list.columns.iter().enumerate() {
        let numbers =
            Int32Array::from_iter_values(list.rows.iter().map(|(_, row)| row.get(n).copied().unwrap_or(0)));
        columns.push((column, Arc::new(numbers)));
    }
    Ok(RecordBatch::try_from_iter(columns)?)
}
