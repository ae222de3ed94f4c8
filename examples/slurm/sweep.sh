#!/bin/bash
# A sweep in parts on Slurm: one task of an array for each part, each in a folder of its own, and a job that joins them.
#
#   bash sweep.sh [PARTS]       from the folder that shall hold the results; default 8 parts
#
# A task that was cut off, by a time limit or a node that failed, goes on where it was when it is started again: run the same
# command once more. Parts that are finished only look at their files.
#SBATCH --cpus-per-task=2
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail

# What is computed. TRILOGUE is the command, such as `npx trilogue`.
TRILOGUE=${TRILOGUE:-trilogue}
SWEEP=${SWEEP:-"data-sharing --x tau=0:1:101 --y p=0:2:101 --metric P(share,share,coordinate) --tolerance 0.01 --backend wasm"}
OUT=${OUT:-heatmap}

case "${STEP:-submit}" in
  submit)
    PARTS=${1:-8}
    export TRILOGUE SWEEP OUT PARTS
    array=$(STEP=part sbatch --parsable --array="1-$PARTS" --export=ALL "$0")
    STEP=merge sbatch --dependency="afterok:$array" --export=ALL "$0"
    ;;
  part)
    # shellcheck disable=SC2086
    $TRILOGUE sweep $SWEEP --threads "${SLURM_CPUS_PER_TASK:-1}" \
      --part "$SLURM_ARRAY_TASK_ID/$PARTS" --out "$OUT-part-$SLURM_ARRAY_TASK_ID"
    ;;
  merge)
    parts=()
    for i in $(seq 1 "$PARTS"); do parts+=("$OUT-part-$i"); done
    $TRILOGUE merge "${parts[@]}" --out "$OUT"
    ;;
esac
