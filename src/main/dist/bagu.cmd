@echo off
rem Starts Bagu from the folder that this file lies in.
rem BAGU_JAVA_OPTS adds options for the Java virtual machine.
setlocal
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"

rem Java 17 or newer: the one that JAVA_HOME names, else the first on the path.
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f "tokens=3" %%v in ('cmd /c ""%JAVA%" -version 2^>^&1" ^| findstr /r /c:" version "') do set "VERSION=%%~v"
if not defined VERSION (
  echo bagu: no Java found; install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo bagu: Java %VERSION% is too old; install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)

set "NEWER="
if %MAJOR% GEQ 24 set "NEWER=--sun-misc-unsafe-memory-access=allow"
set "ARCHIVE="
if exist "%HOME_DIR%\lib\bagu-%VERSION%.jsa" set ARCHIVE="-XX:SharedArchiveFile=%HOME_DIR%\lib\bagu-%VERSION%.jsa"
set "NATIVE="
if exist "%HOME_DIR%\native\win-x64" set NATIVE="-Donnxruntime.native.path=%HOME_DIR%\native\win-x64" "-DRUST_LIBRARY_PATH=%HOME_DIR%\native\win-x64\tokenizers.dll"

"%JAVA%" -Xshare:auto %ARCHIVE% -Xlog:disable ^
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ^
  "-Djava.util.logging.config.file=%HOME_DIR%\lib\logging.properties" ^
  "-Dbagu.dist=%HOME_DIR%" "-Dbagu.models=%HOME_DIR%\models" "-Dbagu.index=%HOME_DIR%\index" ^
  -DRUST_FLAVOR=cpu -Dai.djl.offline=true %NATIVE% %NEWER% %BAGU_JAVA_OPTS% ^
  -jar "%HOME_DIR%\lib\bagu.jar" %*
exit /b %ERRORLEVEL%
