# Makes Paloma's installers for Windows, on Windows, out of target/paloma ("mvn package"):
#
#   pwsh installer/windows/package.ps1 [-Culture zh-CN]
#
# Needs JDK 25 in JAVA_HOME and WiX 5 with three extensions:
#
#   dotnet tool install --global wix --version 5.0.2
#   wix extension add --global WixToolset.Util.wixext/5.0.2 WixToolset.Firewall.wixext/5.0.2 `
#     WixToolset.BootstrapperApplications.wixext/5.0.2
#
# Leaves in target/installer/windows:
#
#   paloma-VERSION-windows-x64.msi            for a PC and all its people, with firewall rules and policy
#   paloma-VERSION-windows-x64.exe            for one person, without an administrator
#   paloma-VERSION-windows-x64-all-users.exe  the first, to be opened by hand
#   paloma-VERSION-windows-x64-user.msi       the second, for tools
#
# With PALOMA_WINDOWS_CERTIFICATE (a .pfx file) and PALOMA_WINDOWS_CERTIFICATE_PASSWORD everything is signed, with
# PALOMA_TIMESTAMP_URL also time-stamped; without, the installers are unsigned, which is said at the end.
param([ValidateSet('en-US', 'zh-CN', 'ja-JP')][string]$Culture = 'en-US')

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$root = (Resolve-Path "$PSScriptRoot/../..").Path
$source = "$root/target/paloma"
$work = "$root/target/installer/windows-work"
$out = "$root/target/installer/windows"
$image = "$work/image/Paloma"
$wix = "$PSScriptRoot/wix"

# Runs a program and stops everything if it fails; PowerShell alone would go on.
function Invoke-Program([string]$program, [string[]]$arguments) {
  & $program @arguments
  if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

function Invoke-Signing([string[]]$files) {
  if (-not $env:PALOMA_WINDOWS_CERTIFICATE) { return }
  $kits = "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe"
  $signtool = (Get-Item $kits | Sort-Object FullName | Select-Object -Last 1).FullName
  $arguments = @('sign', '/fd', 'SHA256', '/f', $env:PALOMA_WINDOWS_CERTIFICATE)
  if ($env:PALOMA_WINDOWS_CERTIFICATE_PASSWORD) { $arguments += '/p', $env:PALOMA_WINDOWS_CERTIFICATE_PASSWORD }
  if ($env:PALOMA_TIMESTAMP_URL) { $arguments += '/tr', $env:PALOMA_TIMESTAMP_URL, '/td', 'SHA256' }
  Invoke-Program $signtool ($arguments + $files)
}

# Puts options into both launchers' files.
function Add-JavaOptions([string[]]$options) {
  foreach ($file in "$image/app/Paloma.cfg", "$image/app/paloma-cli.cfg") {
    $lines = Get-Content $file
    $at = [Array]::IndexOf($lines, '[JavaOptions]')
    if ($at -lt 0) { throw "$file has no section [JavaOptions]" }
    $rest = if ($at + 1 -lt $lines.Count) { $lines[($at + 1)..($lines.Count - 1)] } else { @() }
    Set-Content $file ($lines[0..$at] + ($options | ForEach-Object { "java-options=$_" }) + $rest)
  }
}

if (-not (Test-Path "$source/lib/paloma.jar")) { throw 'There is no target/paloma: run "mvn package" first.' }
if (-not $env:JAVA_HOME) { throw 'JAVA_HOME must name a JDK 25.' }
$jdk = "$env:JAVA_HOME/bin"

$version = ([xml](Get-Content "$root/pom.xml" -Raw)).project.version
# Windows compares three numbers and knows no words: 1.0.0-rc1 is built as 1.0.0.
$number = $version -replace '-.*$', ''
if ($number -notmatch '^\d{1,3}\.\d{1,3}\.\d{1,5}$') { throw "Windows can't compare the version $version." }

Remove-Item $work, $out -Recurse -Force -ErrorAction SilentlyContinue
New-Item "$work/javafx", "$work/input", $out -ItemType Directory | Out-Null

# The runtime. Of JavaFX the jars for Windows alone: those without a system's name are empty.
Copy-Item "$source/lib/javafx/*-win.jar" "$work/javafx"
Invoke-Program "$jdk/jlink" @("@$root/installer/common/jlink.options", '--module-path', "$work/javafx", '--output', "$work/runtime")

# The program.
Copy-Item "$source/lib/*.jar" "$work/input"
$options = @()
foreach ($line in Get-Content "$root/installer/common/java.options") {
  if ($line.Trim() -and -not $line.StartsWith('#')) { $options += '--java-options', $line.Trim() }
}
# A command that finds no window opens the windowed program, not itself.
$options += '--java-options', '-Dpaloma.launcher=$BINDIR\Paloma.exe'
Invoke-Program "$jdk/jpackage" (@(
    '--type', 'app-image', '--name', 'Paloma', '--dest', "$work/image",
    '--input', "$work/input", '--main-jar', 'paloma.jar', '--main-class', 'paloma.boot.Main',
    '--runtime-image', "$work/runtime", '--icon', "$PSScriptRoot/paloma.ico",
    '--app-version', $number, '--vendor', 'Paloma', '--copyright', 'Apache License 2.0',
    '--description', 'Paloma',
    '--add-launcher', "paloma-cli=$PSScriptRoot/paloma-cli.properties") + $options)
New-Item "$image/bin" -ItemType Directory | Out-Null
Copy-Item "$PSScriptRoot/terminal/paloma.cmd" "$image/bin"
Copy-Item "$source/LICENSE", "$source/NOTICE" $image
Remove-Item "$image/app/.jpackage.xml" -Force
Get-ChildItem $image -Recurse -File | ForEach-Object { $_.IsReadOnly = $false }

# The start-up cache: recorded by the image itself, and named in the launchers only when it is there. The virtual
# machine must not talk about it on standard output, which belongs to commands.
$env:JAVA_TOOL_OPTIONS = "-XX:AOTCacheOutput=$image/app/app.aot"
try { Invoke-Program "$image/paloma-cli.exe" @('demo', '--rehearse') } finally { Remove-Item Env:JAVA_TOOL_OPTIONS }
if (-not (Test-Path "$image/app/app.aot")) { throw 'The rehearsal left no start-up cache.' }
Remove-Item "$image/app/app.aot.config" -ErrorAction SilentlyContinue
Add-JavaOptions @('-XX:AOTCache=$APPDIR\app.aot', '-Xlog:disable', '-Xlog:all=error:stderr')

Invoke-Signing @("$image/Paloma.exe", "$image/paloma-cli.exe")

$launchers = "$image/app/Paloma.cfg", "$image/app/paloma-cli.cfg"
$common = @{}
foreach ($file in $launchers) { $common[$file] = Get-Content $file }
$sorts = @(
  @{ Scope = 'perMachine'; Form = 'msi'; Msi = "paloma-$version-windows-x64.msi"; Exe = "paloma-$version-windows-x64-all-users.exe" },
  @{ Scope = 'perUser'; Form = 'exe'; Msi = "paloma-$version-windows-x64-user.msi"; Exe = "paloma-$version-windows-x64.exe" })
foreach ($sort in $sorts) {
  # The program knows its kind of package: an update of another kind would be a second installation.
  foreach ($file in $launchers) { Set-Content $file $common[$file] }
  Add-JavaOptions @("-Dpaloma.package=$($sort.Form)")

  $sources = @("$wix/paloma.wxs", "$wix/desktop.wxs")
  if ($sort.Scope -eq 'perMachine') { $sources += "$wix/policy.wxs", "$wix/firewall.wxs" }
  $variables = @('-d', "Scope=$($sort.Scope)", '-d', "Version=$number", '-d', "Windows=$PSScriptRoot")
  $msi = "$out/$($sort.Msi)"
  Invoke-Program 'wix' (@('build', '-nologo', '-arch', 'x64', '-pdbtype', 'none') + $variables + @(
      '-d', "Image=$image", '-culture', $Culture, '-loc', "$wix/words_$Culture.wxl",
      '-ext', 'WixToolset.Util.wixext', '-ext', 'WixToolset.Firewall.wixext', '-out', $msi) + $sources)
  Invoke-Signing @($msi)

  $exe = "$out/$($sort.Exe)"
  Invoke-Program 'wix' (@('build', '-nologo', '-arch', 'x64', '-pdbtype', 'none') + $variables + @(
      '-d', "Msi=$msi", '-ext', 'WixToolset.BootstrapperApplications.wixext', '-out', $exe, "$wix/setup.wxs"))
  if ($env:PALOMA_WINDOWS_CERTIFICATE) {
    # The engine inside an .exe runs from a copy of its own and has to be signed for itself.
    Invoke-Program 'wix' @('burn', 'detach', $exe, '-engine', "$work/engine.exe")
    Invoke-Signing @("$work/engine.exe")
    Invoke-Program 'wix' @('burn', 'reattach', $exe, '-engine', "$work/engine.exe", '-out', "$work/signed.exe")
    Move-Item "$work/signed.exe" $exe -Force
    Invoke-Signing @($exe)
  }
}

Get-ChildItem $out -File | ForEach-Object { Write-Output "made $($_.Name) ($([math]::Round($_.Length / 1048576)) MiB)" }
if (-not $env:PALOMA_WINDOWS_CERTIFICATE) {
  Write-Output 'NOT SIGNED: no certificate was given (PALOMA_WINDOWS_CERTIFICATE). Windows warns people who open these.'
}
