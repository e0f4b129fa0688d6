# Install quietly for this person, let the program check itself, and remove it again: the person's file must stay.
$ErrorActionPreference = "Stop"

$setup = (Get-Item dist/*-setup.exe).FullName
Start-Process $setup -ArgumentList "/VERYSILENT", "/SUPPRESSMSGBOXES", "/CURRENTUSER", "/NORESTART" -Wait
$home_ = Join-Path $env:LOCALAPPDATA "Programs\Second Opinion"
& "$home_\secondopinion-cli.exe" self-test
if ($LASTEXITCODE) { exit $LASTEXITCODE }

$opens = (Get-ItemProperty "HKCU:\Software\Classes\SecondOpinion.File\shell\open\command")."(default)"
if ($opens -notlike "*secondopinion.exe*") { throw "A double click would not open our files: $opens" }

$file = Join-Path $env:TEMP "sample.secondopinion"
& "$home_\secondopinion-cli.exe" sample $file
Start-Process "$home_\unins000.exe" -ArgumentList "/VERYSILENT", "/NORESTART" -Wait
if (Test-Path "$home_\secondopinion.exe") { throw "The program is still there." }
if (-not (Test-Path $file)) { throw "A person's file is gone." }
