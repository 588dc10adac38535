@echo off
rem Typed as "paloma". The windowed Paloma.exe beside paloma-cli.exe would print nothing.
"%~dp0..\paloma-cli.exe" %*
