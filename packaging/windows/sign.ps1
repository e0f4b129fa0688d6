# Sign files with the certificate in $env:CERTIFICATE (a .pfx, base64) and $env:CERTIFICATE_PASSWORD. Without one, say so.
param([Parameter(ValueFromRemainingArguments)][string[]]$Files)
$ErrorActionPreference = "Stop"

if (-not $env:CERTIFICATE) {
    Write-Output "Not signed: there is no certificate. Windows will warn people before the first start."
    exit 0
}
$pfx = Join-Path ([IO.Path]::GetTempPath()) "certificate.pfx"
[IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
    & $signtool.FullName sign /f $pfx /p $env:CERTIFICATE_PASSWORD /fd sha256 /tr http://timestamp.digicert.com /td sha256 @Files
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
} finally {
    Remove-Item $pfx
}
