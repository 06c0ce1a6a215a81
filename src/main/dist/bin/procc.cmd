@echo off
rem Starts procc on its own runtime. PROCC_JAVA_OPTS: more JVM options (some switch the cache off).
setlocal
set "home=%~dp0.."
rem A start sets up every class of its cache, so each family of commands has its own.
set cache=online
set collector=Serial
rem Profiles of a cache only pay where the second compiler works.
set jit=-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining
rem What is young fits into the cache of a processor: a run keeps nearly all that it makes.
set heap=-Xmx2g -Xmn8m
for %%c in (fmt render vars explain calendar schema init roll-forward completion version help --version --help -h) do if /i "%~1"=="%%c" set cache=offline
if "%~1"=="" set cache=offline
if /i "%~1"=="lint" set cache=lint
if /i "%~1"=="emulate" set cache=emulate
if /i "%~1"=="emulate" set jit=
if /i "%~1"=="emulate" set heap=-Xmx2g
if /i "%~1"=="lsp" set jit=-XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:+UseAdaptiveSizePolicyWithSystemGC
if /i "%~1"=="lsp" set cache=lsp
if /i "%~1"=="lsp" set collector=Parallel
if /i "%~1"=="lsp" set heap=-Xmx1g
"%home%\lib\runtime\bin\java.exe" "-XX:AOTCache=%home%\lib\%cache%.aot" -XX:+Use%collector%GC %heap% %jit% -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr %PROCC_JAVA_OPTS% -m procc/dev.procc.cli.Main %*
exit /b %errorlevel%
