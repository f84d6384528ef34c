@echo off
rem Starts Windrose on the run-time image beside it, or on a JDK 25 or newer of this machine.
setlocal
set "HOME_DIR=%~dp0.."
set "LIB=%HOME_DIR%\lib"
set "JAVA=%LIB%\runtime\bin\java.exe"
if exist "%JAVA%" goto run
for %%J in ("%WINDROSE_JAVA_HOME%" "%JAVA_HOME%") do (
    if exist "%%~J\release" (
        findstr /r /c:"JAVA_VERSION=.2[5-9]" /c:"JAVA_VERSION=.[3-9][0-9]" "%%~J\release" >nul && (
            set "JAVA=%%~J\bin\java.exe"
            goto run
        )
    )
)
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-2*" "%ProgramFiles%\Java\jdk-2*" "%USERPROFILE%\.jdks\*") do (
    if exist "%%~J\release" (
        findstr /r /c:"JAVA_VERSION=.2[5-9]" /c:"JAVA_VERSION=.[3-9][0-9]" "%%~J\release" >nul && (
            set "JAVA=%%~J\bin\java.exe"
            goto run
        )
    )
)
echo windrose: needs a Java 25 run-time and found none; install a JDK 25 (for example Eclipse Temurin 25) or set WINDROSE_JAVA_HOME to one 1>&2
exit /b 1
:run
set "PROGRAM=cli"
if "%~1"=="" set "PROGRAM=desktop"
if "%~1"=="screenshot" set "PROGRAM=desktop"
set "FIRST=%~1"
if "%FIRST:~0,1%"=="-" set "PROGRAM=desktop"
for %%C in (-h --help -V --version) do if "%~1"=="%%C" set "PROGRAM=cli"
if "%~1"=="graph" echo %* | findstr /i /r /c:"png" >nul && set "PROGRAM=desktop"
if "%~1 %~2"=="help screenshot" set "PROGRAM=desktop"
set "COMMAND="
for %%C in (sandbox analyze graph manifest validate shift history undo xds control-plane proxy version help screenshot) do if "%~1"=="%%C" set "COMMAND=yes"
if not defined COMMAND if exist "%~1\" set "PROGRAM=desktop"
set "JVM=-XX:TieredStopAtLevel=1"
set "AOT=windrose.aot"
for %%C in (sandbox proxy control-plane) do if "%~1"=="%%C" set "AOT=engine.aot"
if "%~1"=="sandbox" set "JVM=-Xms64m -Xmx320m -XX:MaxDirectMemorySize=128m"
if "%~1"=="proxy" set "JVM=-Xms32m -Xmx128m -Xmn8m -XX:MaxDirectMemorySize=96m -XX:ReservedCodeCacheSize=32m -XX:-UsePerfData"
if "%~1"=="control-plane" set "JVM=-Xms64m"
if "%PROGRAM%"=="desktop" (
    set "AOT=desktop.aot"
    set "JVM=-Xms96m -Xmx400m -XX:MaxDirectMemorySize=128m -Djdk.httpclient.allowRestrictedHeaders=host"
)
set "CACHE="
if exist "%LIB%\%AOT%" set "CACHE=-XX:AOTCache=%LIB%\%AOT%"
echo "%WINDROSE_JVM_OPTIONS%" | findstr AOTCacheOutput >nul && set "CACHE="
if defined CACHE set CACHE="%CACHE%"
"%JAVA%" %JVM% -XX:+UseSerialGC -XX:+UseCompactObjectHeaders %CACHE% -Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr --sun-misc-unsafe-memory-access=allow %WINDROSE_JVM_OPTIONS% -jar "%LIB%\windrose-%PROGRAM%-${project.version}.jar" %*
exit /b %ERRORLEVEL%
