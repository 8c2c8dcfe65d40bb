package yaml

// template is a template of CloudFormation with a bucket.
const template = `Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub 'x-${AWS::AccountId}'
      CorsConfiguration:
        CorsRules:
          # one rule
          - Id: browser
            AllowedHeaders:
              - '*'
            AllowedMethods: [GET, PUT]
            AllowedOrigins:
            - https://x.example # main
            - "https://*.x.example"
            MaxAge: 3000
    Metadata: {a: [b, {c: d}], e: !If [f, g, !Ref h]}
    Description: >-
      Photos of trips,
      and more.
`
