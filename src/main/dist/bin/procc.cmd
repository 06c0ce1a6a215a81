@echo off
rem Starts procc on its own runtime. PROCC_JAVA_OPTS: more JVM options (some switch the cache off).
setlocal
rem Names of variables have no case here: git, which procc starts, reads HOME.
set "procc_home=%~dp0.."
rem A start sets up every class of its cache, so each family of commands has its own.
set procc_cache=online
set procc_collector=Serial
rem Profiles of a cache only pay where the second compiler works.
set procc_jit=-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining
rem What is young fits into the cache of a processor: a run keeps nearly all that it makes.
set procc_heap=-Xmx2g -Xmn8m
for %%c in (fmt render vars explain calendar schema init roll-forward completion version help --version --help -h) do if /i "%~1"=="%%c" set procc_cache=offline
if "%~1"=="" set procc_cache=offline
if /i "%~1"=="lint" set procc_cache=lint
if /i "%~1"=="emulate" set procc_cache=emulate
if /i "%~1"=="emulate" set procc_jit=
if /i "%~1"=="emulate" set procc_heap=-Xmx2g
if /i "%~1"=="lsp" set procc_jit=-XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:+UseAdaptiveSizePolicyWithSystemGC
if /i "%~1"=="lsp" set procc_cache=lsp
if /i "%~1"=="lsp" set procc_collector=Parallel
if /i "%~1"=="lsp" set procc_heap=-Xmx1g
"%procc_home%\lib\runtime\bin\java.exe" "-XX:AOTCache=%procc_home%\lib\%procc_cache%.aot" -XX:+Use%procc_collector%GC %procc_heap% %procc_jit% -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr %PROCC_JAVA_OPTS% -m procc/dev.procc.cli.Main %*
exit /b %errorlevel%
