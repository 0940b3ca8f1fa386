#!/bin/bash
# Starts what the worker is made of, in this order: the models are looked over, ComfyUI starts, and the handler waits for
# it, warms it up, and only then takes jobs. When either process ends the container ends, and RunPod starts a fresh one.
set -euo pipefail

cd /opt/foxetales
# A missing or cut-off file ends here in words, instead of in the first parent's page.
node comfy-workflows/src/check-models.ts --folder "$MODELS_DIR"

# Loopback alone, because ComfyUI asks nobody who they are. No metadata: a prompt would travel in the picture.
/opt/python/bin/python /opt/comfyui/main.py \
  --listen 127.0.0.1 --port 8188 \
  --disable-auto-launch --disable-metadata --disable-api-nodes --dont-print-server \
  --preview-method none --highvram --cache-lru 50 \
  --disable-all-custom-nodes --whitelist-custom-nodes foxetales_pulid ComfyUI_PuLID_Flux_ll \
  --front-end-root /opt/frontend \
  --database-url sqlite:///:memory: \
  --extra-model-paths-config /opt/extra-model-paths.yaml &

node apps/gpu-handler/src/main.ts &

# tini passes SIGTERM to both: the handler hands its unit back, ComfyUI stops.
wait -n
