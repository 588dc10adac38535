@echo off
rem Starts Paloma on a JDK or JRE 25. Looks at JAVA_HOME, then PATH, then where systems put Java.
setlocal enabledelayedexpansion
set "home=%~dp0.."
set "found="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined found for /f "delims=" %%j in ('where java.exe 2^>nul') do call :try "%%~dpj.."
if not defined found for /d %%d in ("%home%\runtime" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined found (
  echo paloma: Java 25 is needed and was not found. 1>&2
  echo Looked at JAVA_HOME, at PATH and at the usual places. 1>&2
  echo Install a JDK 25, or set JAVA_HOME to one. 1>&2
  exit /b 1
)

rem The first word that is no option tells whether this process runs Paloma or only asks it.
set "command="
set "skip="
for %%w in (%*) do (
  if defined skip (
    set "skip="
  ) else if not defined command (
    set "word=%%~w"
    if "!word!"=="--profile" (
      set "skip=1"
    ) else if not "!word:~0,1!"=="-" (
      set "command=!word!"
    )
  )
)
endlocal & set "palomaHome=%home%" & set "palomaJava=%found%" & set "palomaCommand=%command%"

if "%palomaCommand%"=="" goto :run
if "%palomaCommand%"=="node" goto :run
if "%palomaCommand%"=="chat" goto :run
if "%palomaCommand%"=="demo" goto :run
"%palomaJava%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m %PALOMA_JAVA_OPTIONS% -cp "%palomaHome%\lib\paloma.jar" paloma.boot.Main %*
exit /b %ERRORLEVEL%

:run
"%palomaJava%\bin\java.exe" --module-path="%palomaHome%\lib\javafx" @"%palomaHome%\lib\java.options" %PALOMA_JAVA_OPTIONS% -cp "%palomaHome%\lib\paloma.jar" paloma.boot.Main %*
exit /b %ERRORLEVEL%

:try
if defined found exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "found=%~1"
exit /b 0
