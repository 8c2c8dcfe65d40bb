@echo off
rem Sets the rules for the test bucket from a Windows machine.
if "%1"=="" goto usage
set BUCKET=%1

aws s3api put-bucket-cors --bucket %BUCKET% --cors-configuration "{\"CORSRules\": [{\"AllowedOrigins\": [\"https://till.example.com\"], \"AllowedMethods\": [\"GET\", \"POST\"], \"AllowedHeaders\": [\"*\"], \"MaxAgeSeconds\": 120}]}"
if errorlevel 1 goto failed
echo done
exit /b 0

:usage
echo usage: %0 BUCKET
exit /b 64
:failed
echo could not set the rules
exit /b 1
