# syntax=docker/dockerfile:1

# The packages, in a stage of their own: npm's cache and the build's leavings stay behind.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
# The data folder belongs to the user that runs, so that a new volume does as well.
RUN install -d -o node -g node /data
COPY --from=packages /app/node_modules ./node_modules
COPY . .
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process: main.ts hears SIGTERM, finishes what is in flight and ends with 0.
# Roles: docker run IMAGE --role bot
ENTRYPOINT ["node", "--import", "tsx", "main.ts"]
