curl --location --request PUT 'http://localhost:3000/api/v1/livechat/room.visitor' \
--header 'X-Auth-Token: 8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs' \
--header 'X-User-Id: rYhzFRd2QZjNwAAXX' \
--header 'Content-Type: application/json' \
--data '{
    "rid": "tcbbSmWSLR5uo5PBW",
    "oldVisitorId": "6425bb86c29657e5b3ba26b2",
    "newVisitorId": "6425bb86c29657e5b3ba26b2"
}'
