// Image references as people write and mistype them. What a kubelet says of each is recorded by conformance/images.ts.
const DIGEST = 'a'.repeat(64);

export const IMAGES: readonly string[] = [
  'nginx', 'nginx:1.27', 'library/nginx', 'docker.io/nginx', 'docker.io/library/nginx:1.27', 'index.docker.io/nginx', 'ghcr.io/acme/web:1.4.2',
  'registry:5000/nginx', 'registry:5000/nginx:1', 'localhost/nginx', 'localhost:5000/nginx', '10.0.0.1:5000/a/b:c', '[::1]:5000/nginx', '[fe80::1]/nginx',
  `nginx@sha256:${DIGEST}`, `nginx:1@sha256:${DIGEST}`, `nginx@sha512:${DIGEST}${DIGEST}`, `nginx@sha384:${'a'.repeat(96)}`, 'a__b', 'a_b', 'a.b', 'a-b', 'a--b',
  'a---b/c', 'nginx:1_2', 'nginx:_1', 'nginx:V1.2-RC', `nginx:${'a'.repeat(128)}`, `a/${'b'.repeat(240)}`, 'MyRegistry/app', 'Registry.Example.com/app',
  'public.ecr.aws/docker/library/redis:7', '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:sha-1a2b3c4', 'mcr.microsoft.com/dotnet/sdk:8.0', 'quay.io/org/x.y/z:v1',
  'web:undefined', 'undefined', 'undefined/web', 'k8s.gcr.io/pause:3.9', 'a/b/c/d/e/f', '0/1:2', 'a:b:1/x', 'xn--bcher-kva.example/app:1',

  '', ' ', 'https://nginx', 'http://registry.example.com/app:1', 'docker://nginx:1', 'oci://ghcr.io/acme/web:1', 'MyOrg/App:latest', 'acme/Web', 'NGINX', 'Nginx:1',
  'ghcr.io/Acme/web:1', ' nginx', 'nginx ', 'nginx:1 ', 'nginx :1', 'nginx: 1', 'nginx:1\n', 'nginx\t', 'nginx\u0085', '\u00a0nginx', 'nginx:', 'nginx:1:2', 'nginx:.1', 'nginx:-1',
  'nginx:a/b', 'nginx:a+b', 'nginx:1.0+build', 'nginx:ü', 'nginx:$TAG', 'nginx:${TAG}', '{{ .Values.image }}', '$(IMAGE)', '<image>', 'image:<tag>', 'nginx:[object Object]',
  `nginx:${'a'.repeat(129)}`, 'nginx@', 'nginx@sha256', 'nginx@sha256:', 'nginx@sha256:abc', `nginx@sha256:${'A'.repeat(64)}`, `nginx@sha256:${'g'.repeat(64)}`,
  `nginx@md5:${'a'.repeat(32)}`, `nginx@sha256:${DIGEST}a`, `sha256:${DIGEST}`, DIGEST, '/nginx', 'nginx/', 'a//b', 'a/', './nginx', '../nginx', '.nginx', 'nginx.',
  '-nginx', 'nginx-', '_nginx', 'nginx_', 'a..b', 'a___b', 'a._b', 'a-_b', 'registry:port/nginx', 'registry:/nginx', ':5000/nginx', ':1', '@', '[::1/nginx',
  '[::1%eth0]/nginx', '-registry.io/a', 'registry-.io/a', 'a_b.c/d', 'registry..io/a', `a/${'b'.repeat(254)}`, `${'a'.repeat(256)}`, 'docker.io/', 'localhost/', 'localhost',
  'nginx:1.27@latest', 'nginx?x=1', 'nginx#1', 'nginx,redis', 'nginx;1', 'nginx\\1', 'c:\\image', 'image name', 'ubuntu 22.04', 'ümlaut', 'nginx:latest\u0000', '@sha256:abc', 'library/',
];
