; The Windows installer, for Inno Setup 6. It needs no administrator: everything goes into the person's own folders.
;
;   iscc /DVersion=0.1.0 packaging\windows\secondopinion.iss     after: py dev.py bundle --test
;
; Signing: iscc /Ssign="signtool sign ... $f" /DSign=yes ...

#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif
#define Name "Second Opinion"
#define FileType "SecondOpinion.File"
#define Built "..\..\dist\secondopinion"

[Setup]
; Never change this: it is how a newer version finds the older one.
AppId={{6C5D0D0E-8F0B-4B53-9C63-6B2F1C0A9B57}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Second Opinion contributors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=secondopinion-desktop-{#Version}-windows-x64-setup
SetupIconFile=..\..\build\bundle\icons\secondopinion.ico
UninstallDisplayIcon={app}\secondopinion.exe
UninstallDisplayName={#Name}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[InstallDelete]
; Files of an older version must not stay beside the newer ones. Nobody's own files are in here.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Built}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "..\..\build\bundle\icons\secondopinion-file.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\secondopinion.exe"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\secondopinion.exe"; Tasks: desktopicon

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
; HKA is the person's own part of the registry, or the computer's where an administrator installs for everybody.
Root: HKA; Subkey: "Software\Classes\.secondopinion"; ValueType: string; ValueData: "{#FileType}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.secondopinion\OpenWithProgids"; ValueType: string; ValueName: "{#FileType}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#FileType}"; ValueType: string; ValueData: "Second Opinion file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#FileType}\DefaultIcon"; ValueType: string; ValueData: "{app}\secondopinion-file.ico"
Root: HKA; Subkey: "Software\Classes\{#FileType}\shell\open\command"; ValueType: string; ValueData: """{app}\secondopinion.exe"" ""%1"""

[Run]
Filename: "{app}\secondopinion.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurStepChanged(CurStep: TSetupStep);
var
  Code: Integer;
begin
  if CurStep = ssPostInstall then
  begin
    if not Exec(ExpandConstant('{app}\secondopinion-cli.exe'), 'self-test --output "' + ExpandConstant('{app}\self-test.json') + '"',
      '', SW_HIDE, ewWaitUntilTerminated, Code) or (Code <> 0) then
      SuppressibleMsgBox('Second Opinion is installed, but it checked itself and something is not right. What was found is in '
        + ExpandConstant('{app}\self-test.json') + '.', mbInformation, MB_OK, IDOK);
  end;
end;

[UninstallDelete]
Type: files; Name: "{app}\self-test.json"
